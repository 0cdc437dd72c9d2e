import Answering

/// What the desk shows of a report of `marrow check`: the verdict, each suite, and what failed, bounded.
struct CheckSummary: Sendable {
  /// How one suite came out.
  struct Suite: Sendable {
    let name: String
    let cases: Int
    let passed: Int
    let holds: Bool

    fileprivate init(_ result: SuiteResult, name: String) {
      self.name = name
      (cases, passed, holds) = (result.cases.count, result.passed, result.holds)
    }
  }

  /// A case that did not pass, and why, as `marrow check` prints it.
  struct Failure: Sendable {
    let title: String
    let lines: [String]
  }

  /// Failures that are shown.
  static let limit = 100

  /// Digest of the knowledge that was checked.
  let knowledge: String
  /// Name of the model behind the answers.
  let model: String
  /// True where every floor held.
  let holds: Bool
  /// Cases that passed.
  let passed: Int
  /// Cases that failed or could not be judged.
  let failed: Int
  /// The suites, in the order run.
  let suites: [Suite]
  /// What did not pass, those of suites below a floor first; at most ``limit``.
  let failures: [Failure]

  /// What a report comes to.
  init(_ report: CheckReport) {
    knowledge = report.knowledge
    model = report.model
    holds = report.holds
    passed = report.passed
    failed = report.failed + report.errors
    suites =
      report.suites.map { Suite($0, name: $0.name) }
      + (report.perturbed?.suites ?? []).map { Suite($0, name: $0.name + ", perturbed") }
    let ordered = report.suites.filter { !$0.holds } + report.suites.filter(\.holds)
    let failed = ordered.lazy.flatMap { suite in suite.notPassed.lazy.map { (suite, $0) } }
    failures = failed.prefix(Self.limit).map { suite, result in
      Failure(
        title: "\(suite.name) / \(result.id)  \(suite.file):\(result.line)",
        lines: FailureText.lines(of: result).map(\.text))
    }
  }
}
