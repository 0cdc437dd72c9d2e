/// Says what went wrong in a case, the way a diff does.
package enum FailureText {
  /// What a line is, so that it can be coloured.
  package enum Role: Sendable {
    /// Plain words.
    case plain
    /// What was wanted and did not come.
    case wanted
    /// What came instead.
    case got
    /// The reasons.
    case aside
  }

  /// One line.
  package struct Line: Sendable, Equatable {
    /// What it is.
    package let role: Role
    /// Its words, safe to print.
    package let text: String
  }

  /// Characters of a reply that are quoted.
  private static let quoted = 400

  /// Question, what was wanted and what came, and why, for each question of the case that went wrong.
  package static func lines(of result: CaseResult) -> [Line] {
    var lines = [Line(role: .aside, text: "why    \(result.why.printable)")]
    if let error = result.error { lines.append(Line(role: .got, text: "error  \(error.printable)")) }
    for turn in result.turns {
      if turn.mismatches.isEmpty, result.verdict != .error {
        if result.turns.count > 1 {
          lines.append(Line(role: .aside, text: "asked  \(turn.question.printable)  (as expected)"))
        }
      } else {
        lines += self.lines(of: turn)
      }
    }
    return lines
  }

  private static func lines(of turn: TurnResult) -> [Line] {
    var lines = [Line(role: .plain, text: "asked  \(turn.question.printable)")]
    var text: String?
    for mismatch in turn.mismatches {
      lines.append(Line(role: .wanted, text: "- \(mismatch.assertion): \(mismatch.wanted.printable)"))
      if mismatch.isAboutWords {
        text = mismatch.got
      } else {
        lines.append(Line(role: .got, text: "+ \(mismatch.assertion): \(mismatch.got.printable)"))
      }
    }
    if let text { lines.append(Line(role: .got, text: "+ text: \(text.oneLine(limit: quoted).printable)")) }
    lines.append(Line(role: .aside, text: "rule   \(reasons(for: turn))"))
    return lines
  }

  private static func reasons(for turn: TurnResult) -> String {
    let score = turn.sections.first.map { "\($0.id) \($0.score.fourDecimals)" }
    let second = turn.runnerUp.map { "runner-up \($0.id) \($0.score.fourDecimals)" }
    let margin = turn.margin.map { "margin \($0.fourDecimals)" }
    return [turn.rule.printable, score, second, margin].compactMap(\.self).joined(separator: "; ")
  }
}

extension Mismatch {
  /// True where the right thing may have been said in the wrong words.
  package var isAboutWords: Bool { ["contains", "contains_any", "contains_not", "matches"].contains(assertion) }
}
