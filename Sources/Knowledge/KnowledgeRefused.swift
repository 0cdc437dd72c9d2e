/// The knowledge folder cannot be used as it is: every problem found, in file order.
public struct KnowledgeRefused: Error, CustomStringConvertible {
  /// What is wrong; never empty.
  public let problems: [KnowledgeProblem]

  /// A refusal for these reasons.
  public init(problems: [KnowledgeProblem]) {
    self.problems = problems
  }

  /// One problem a line.
  public var description: String { problems.map(\.description).joined(separator: "\n") }
}
