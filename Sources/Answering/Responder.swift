public import Foundation
public import Knowledge
public import Matching

/// Answers questions: analyse, triage, read the conversation, match, compose. A pure function of question, state and time.
///
/// A class although nothing in it changes: it has so many parts that handing it on by value takes longer than looking at them.
public final class Responder: Sendable {
  /// What it answers from.
  public let knowledge: Knowledge
  /// Name of the model behind the matcher.
  public var modelName: String { matcher.modelName }

  private let matcher: Matcher
  private let grid: AspectGrid
  private let planner: OfferPlanner
  private let composer: Composer
  private let followUps: FollowUpReader
  let safety: SafetyLayer
  /// Seconds without a question after which a conversation's state means nothing.
  public let idleLimit: TimeInterval
  private let safetyComposer: SafetyComposer

  /// A responder over a matcher, with the safety layer that stands before it.
  /// - Parameter idleLimit: seconds without a question after which a conversation's state means nothing.
  public init(
    _ matcher: Matcher, safety: SafetyLayer, idleLimit: TimeInterval = ConversationState.defaultIdleLimit
  ) {
    self.matcher = matcher
    self.safety = safety
    self.idleLimit = idleLimit
    knowledge = matcher.knowledge
    grid = AspectGrid(matcher.knowledge)
    planner = OfferPlanner(matcher.knowledge)
    composer = Composer(knowledge: matcher.knowledge, planner: planner)
    safetyComposer = SafetyComposer(safety: safety, composer: composer)
    followUps = FollowUpReader(knowledge: matcher.knowledge, planner: planner)
  }

  /// What an operator should know on a day, and what silences nobody: contacts that were last checked too long ago.
  public func warnings(on today: CalendarDay) -> [String] { safety.wording.contacts.warnings(on: today) }

  /// True where a word, in lower case, is one that the knowledge uses or that English has for everything.
  package func knows(_ word: String) -> Bool { matcher.analyzer.knows(word) }

  /// The state before a conversation's first question.
  public func freshState(at now: Date) -> ConversationState { .fresh(digest: knowledge.digest, at: now) }

  /// The answer to a question, and the conversation's state after it.
  public func respond(to question: String, in state: ConversationState, at now: Date) -> Reply {
    var state = state.current(digest: knowledge.digest, at: now, idleLimit: idleLimit)
    state.lastUse = now
    let analysis = matcher.analyzer.analyze(question)
    let found = SecondOpinion.raise(
      safety.triage.assess(analysis, remembering: state.flags), by: matcher.danger(in: analysis))
    state.flags = state.flags.union(found.flags)
    if let takeover = safetyComposer.takeover(found, remembering: state.flags) {
      return Reply(answer: takeover, state: state)
    }
    let matched = self.answer(to: analysis, question: question, state: state)
    let informed = safetyComposer.informed(found, matched: matched, subject: analysis.rivals.first ?? state.subject)
    let answer = safetyComposer.noticed(informed, shown: state.noticesShown)
    if answer.kind != .smalltalk { state.noticesShown.insert(SafetyComposer.general) }
    return Reply(
      answer: answer, state: StateUpdate(knowledge: knowledge, planner: planner).apply(answer, analysis, to: state))
  }

  private func answer(to analysis: Analysis, question: String, state: ConversationState) -> Answer {
    switch followUps.read(analysis, after: state) {
    case .pick(let section): return stay(with: section, analysis: analysis, rule: "picked from what was on offer")
    case .change(let subject, let aspect): return change(to: subject, aspect: aspect, analysis: analysis)
    case .stay(let section):
      let parts = matcher.match(analysis)
      if case .smalltalk? = parts.first?.outcome { return composer.answer(to: parts) }
      return stay(with: section, analysis: analysis, rule: "stays with the last answer")
    case .none: return matched(analysis, question: question, state: state)
    }
  }

  private func stay(with section: String, analysis: Analysis, rule: String) -> Answer {
    let sentences = matcher.sentences(of: section, for: analysis)
    return composer.answer(from: [Ranked(section: section, score: 1, sentences: sentences)], rule: rule)
  }

  private func change(to subject: String, aspect: String, analysis: Analysis) -> Answer {
    let rule = "the last question about another subject"
    guard let section = grid.section(subject: subject, aspect: aspect) else {
      return composer.decline(.hole(subject: subject, aspect: aspect), rule: rule)
    }
    return stay(with: section, analysis: analysis, rule: rule)
  }

  /// The matcher's answer; where the question is short and unclear by itself, read once more with the last section's title.
  private func matched(_ analysis: Analysis, question: String, state: ConversationState) -> Answer {
    let parts = matcher.match(analysis, assuming: state.subject)
    guard ContextReading.mayHelp(analysis, parts: parts), let last = state.sections.first,
      let title = knowledge.section(last)?.title
    else { return composer.answer(to: parts) }
    let inContext = matcher.match(matcher.analyzer.analyze("\(question) \(title)"), splitting: false)
    return composer.answer(
      to: ContextReading.isBetter(inContext, than: parts, knowledge: knowledge, last: last) ? inContext : parts)
  }
}
