internal import Foundation
internal import Knowledge
internal import Matching

/// Puts safety into answers: fixed replies that stand alone, and notices that stand before or after what informs.
struct SafetyComposer: Sendable {
  private let safety: SafetyLayer
  private let composer: Composer

  init(safety: SafetyLayer, composer: Composer) {
    self.safety = safety
    self.composer = composer
  }

  /// Name of the general notice, shown once a conversation.
  static let general = "general"

  /// The fixed reply, where a class that takes over fired; no section stands beside it.
  func takeover(_ result: TriageResult, remembering flags: ContextFlags) -> Answer? {
    guard let reply = safety.wording.reply(for: result, remembering: flags) else { return nil }
    let paragraphs = safety.wording.rendered(reply.text, region: safety.region).split(separator: "\n\n").map(\.trimmed)
    var blocks = paragraphs.enumerated().map { $0 == 0 ? AnswerBlock.lead($1) : .paragraph($1) }
    if result.classes.contains(.minorAlone), let notice = safety.notice(SafetyClass.minorAlone.rawValue) {
      blocks.append(.notice(notice))
    }
    return Answer(
      kind: .answer, safety: result.main, safetyAlso: Array(result.classes.dropFirst()), blocks: blocks,
      rule: Self.rule(of: result))
  }

  /// The notices of the classes that fired, before what informs: the sections the class names for the subject, else what the
  /// question itself came to.
  func informed(_ result: TriageResult, matched: Answer, subject: String?) -> Answer {
    guard let main = result.main else { return matched }
    let body = informing(main, matched: matched, subject: subject)
    let notices = result.classes.compactMap { safety.notice($0.rawValue) }.map(AnswerBlock.notice)
    return Answer(
      kind: body.kind == .smalltalk ? .answer : body.kind, safety: main, safetyAlso: Array(result.classes.dropFirst()),
      sections: body.sections, reason: body.reason, parts: body.parts, blocks: notices + body.blocks,
      offers: body.offers,
      explanations: body.explanations, rule: Self.rule(of: result))
  }

  /// The answer with the general notice, where the conversation has not seen it and there is something to be noticed.
  func noticed(_ answer: Answer, shown: Set<String>) -> Answer {
    guard answer.kind != .smalltalk, !shown.contains(Self.general), let notice = safety.notice(Self.general) else {
      return answer
    }
    let takesOver = answer.safety.flatMap(safety.wording.policy)?.takesOver ?? false
    return takesOver ? answer : answer.inserting(.notice(notice))
  }

  private static let rulePrefix = "triage: "

  /// The rules that fired, as an answer's `rule` says it.
  private static func rule(of result: TriageResult) -> String {
    rulePrefix + result.findings.map(\.rule).joined(separator: ", ")
  }

  /// The safety rules that an answer's `rule` names; empty where none fired.
  static func rules(named rule: String?) -> [String] {
    guard let rule, rule.hasPrefix(rulePrefix) else { return [] }
    return rule.dropFirst(rulePrefix.count).components(separatedBy: ", ")
  }

  private func informing(_ safetyClass: SafetyClass, matched: Answer, subject: String?) -> Answer {
    switch safetyClass {
    case .minorAlone: return matched
    case .medicationAdvice: return silent
    case .diagnosisRequest where matched.kind == .answer: return matched
    default: break
    }
    let inform = safety.wording.policy(for: safetyClass)?.inform ?? [:]
    if let subject, let sections = inform[subject] {
      return composer.answer(from: sections.map { Ranked(section: $0, score: 1) }, rule: "the class informs")
    }
    guard subject != nil else { return silent }
    return matched.kind == .decline ? matched : silent
  }

  /// Nothing beside the notice.
  private var silent: Answer { Answer(kind: .answer, blocks: []) }
}
