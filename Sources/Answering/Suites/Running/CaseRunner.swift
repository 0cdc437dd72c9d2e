internal import Foundation
internal import Knowledge
internal import Matching

/// Asks the questions of one case, in one conversation, and judges the replies.
struct CaseRunner: Sendable {
  private let responder: Responder
  private let judge: Judge
  private let start: Date

  /// Seconds between two questions of a conversation.
  private static let pause: TimeInterval = 20

  init(_ responder: Responder, start: Date) {
    self.responder = responder
    self.start = start
    judge = Judge(responder.knowledge)
  }

  /// The verdict on a case, and how long it took.
  func run(_ canned: CannedCase) -> CaseResult {
    let begin = ContinuousClock.now
    var result = judged(canned)
    result.seconds = (ContinuousClock.now - begin) / .seconds(1)
    return result
  }

  /// A case without a verdict.
  static func unjudged(_ canned: CannedCase, turns: [TurnResult], error: String) -> CaseResult {
    CaseResult(
      id: canned.id, why: canned.why, group: canned.group, line: canned.place.line ?? 1, verdict: .error, turns: turns,
      error: error)
  }

  private func judged(_ canned: CannedCase) -> CaseResult {
    var state = responder.freshState(at: start)
    var turns: [TurnResult] = []
    for (index, turn) in canned.turns.enumerated() {
      let now = start.addingTimeInterval(Double(index) * Self.pause)
      let reply = responder.respond(to: turn.question, in: state, at: now)
      state = reply.state
      do {
        let mismatches = try turn.expectation.map { try judge.mismatches(of: reply.answer, with: $0) } ?? []
        turns.append(result(of: reply.answer, to: turn, mismatches: mismatches))
      } catch {
        return Self.unjudged(canned, turns: turns, error: "\"\(turn.question)\": \(error)")
      }
    }
    let isPassed = turns.allSatisfy(\.mismatches.isEmpty)
    return CaseResult(
      id: canned.id, why: canned.why, group: canned.group, line: canned.place.line ?? 1,
      verdict: isPassed ? .passed : .failed, turns: turns, error: nil)
  }

  private func result(of answer: Answer, to turn: CannedTurn, mismatches: [Mismatch]) -> TurnResult {
    let explanation = answer.explanations.first
    let second = explanation.flatMap { $0.candidates.count > 1 ? $0.candidates[1] : nil }
    let rules = [answer.rule].compactMap(\.self) + answer.explanations.map(\.rule)
    return TurnResult(
      question: turn.question, mismatches: mismatches, kind: answer.kind,
      sections: answer.sections.map { TurnResult.Place(id: $0.section, score: $0.score.roundedToFour) },
      reason: answer.reason?.written, safety: answer.safety?.rawValue,
      rule: rules.isEmpty ? "no rule was given" : rules.joined(separator: "; "),
      runnerUp: second.map { TurnResult.Place(id: $0.section ?? "decline", score: $0.probability.roundedToFour) },
      margin: explanation.map(\.margin.roundedToFour), smalltalk: smalltalk(in: answer),
      confusion: Confusion.of(mismatches, expected: turn.expectation, answer: answer))
  }

  private func smalltalk(in answer: Answer) -> String? {
    responder.knowledge.smalltalk.first { answer.blocks.contains(.lead($0.reply)) }?.id
  }
}
