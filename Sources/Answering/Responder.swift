public import Foundation
public import Knowledge
public import Matching

/// Answers questions: analyse, triage, match, compose. A pure function of question, state and time.
public struct Responder: Sendable {
  /// What it answers from.
  public let knowledge: Knowledge
  /// Name of the model behind the matcher.
  public var modelName: String { matcher.modelName }

  private let matcher: Matcher
  private let planner: OfferPlanner
  private let composer: Composer

  /// A responder over a matcher.
  public init(_ matcher: Matcher) {
    self.matcher = matcher
    knowledge = matcher.knowledge
    planner = OfferPlanner(matcher.knowledge)
    composer = Composer(knowledge: matcher.knowledge, planner: planner)
  }

  /// The state before a conversation's first question.
  public func freshState(at now: Date) -> ConversationState { .fresh(digest: knowledge.digest, at: now) }

  /// The answer to a question, and the conversation's state after it.
  public func respond(to question: String, in state: ConversationState, at now: Date) -> Reply {
    var next = state.current(digest: knowledge.digest, at: now)
    next.lastUse = now
    let analysis = matcher.analyzer.analyze(question)
    let parts = matcher.match(analysis, assuming: next.subject)
    let answer = composer.answer(to: parts)
    return Reply(answer: answer, state: next)
  }
}
