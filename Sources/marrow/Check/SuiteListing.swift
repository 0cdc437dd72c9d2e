import Answering

/// Lists suites and their cases.
enum SuiteListing {
  /// A line for each suite and below it one for each case: id, class, first question.
  static func render(_ suites: [Suite]) -> String {
    suites.map { suite in
      let head = "\(suite.name)  \(suite.cases.count) cases  \(suite.file)\n  \(suite.about)"
      return ([head] + suite.cases.map(line)).joined(separator: "\n") + "\n"
    }.joined(separator: "\n")
  }

  private static func line(_ canned: CannedCase) -> String {
    let more = canned.turns.count > 1 ? "  (+\(canned.turns.count - 1))" : ""
    let question = canned.turns.first?.question.oneLine(limit: 100).printable ?? ""
    return "  \(canned.id)  [\(canned.group)]  \(question)\(more)"
  }
}
