/// How one case came out.
package struct CaseResult: Sendable, Codable, Equatable {
  /// What a case comes to.
  package enum Verdict: String, Sendable, Codable {
    /// Every reply is as expected.
    case passed
    /// A reply is not as expected.
    case failed
    /// It could not be told whether the replies are as expected.
    case error
  }

  /// The case.
  package let id: String
  /// Why somebody thought it worth keeping.
  package let why: String
  /// Class whose floor it counts towards.
  package let group: String
  /// Line of the suite file on which it starts.
  package let line: Int
  /// What it comes to.
  package let verdict: Verdict
  /// Its questions in the order asked; up to the one that could not be judged.
  package let turns: [TurnResult]
  /// Why it could not be judged.
  package let error: String?
  /// Seconds it took; not written to files that are compared.
  package var seconds: Double = 0

  private enum CodingKeys: String, CodingKey {
    case id, why, line, verdict, turns, error
    case group = "class"
  }

  /// True where every reply is as expected.
  package var isPassed: Bool { verdict == .passed }
}
