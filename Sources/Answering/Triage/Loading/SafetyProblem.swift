/// Something wrong in a safety file; any one of them stops the program from starting.
public struct SafetyProblem: Sendable, Equatable, Error, CustomStringConvertible {
  /// File name below `Knowledge/safety`.
  public let file: String
  /// Line, from one; zero when the file as a whole is meant.
  public let line: Int
  /// What is wrong, as one sentence without the place.
  public let message: String

  /// Makes a problem from its parts.
  public init(file: String, line: Int, message: String) {
    self.file = file
    self.line = line
    self.message = message
  }

  /// "rules-crisis.yaml:12: unknown key ..."
  public var description: String {
    line > 0 ? "\(file):\(line): \(message)" : "\(file): \(message)"
  }
}
