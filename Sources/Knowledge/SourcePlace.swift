/// Where something stands: a file below the knowledge folder and a line, counted from 1.
public struct SourcePlace: Sendable, Hashable, Codable, CustomStringConvertible {
  /// Path below the knowledge folder.
  public let file: String
  /// Line, from 1; nil where the whole file is meant.
  public let line: Int?

  /// A place in a file.
  public init(file: String, line: Int? = nil) {
    self.file = file
    self.line = line
  }

  /// `documents/all/symptoms.md:3`
  public var description: String { line.map { "\(file):\($0)" } ?? file }
}
