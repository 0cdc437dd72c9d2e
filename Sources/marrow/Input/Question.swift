/// Reads and bounds questions, the same way for every command.
enum Question {
  /// Longest question, in characters; the rest of a longer one is not read.
  static let limit = 100_000

  /// The question, cut at the bound. O(length).
  static func bounded(_ text: String) -> String {
    text.utf8.count <= limit ? text : String(text.prefix(limit))
  }

  /// All of standard input up to the bound of a line reader, lines joined by line ends; wrong UTF-8 is repaired.
  /// - Throws: `UsageFailure` where standard input cannot be read.
  static func fromStandardInput() throws -> String {
    var reader = LineReader.standardInput()
    var lines: [String] = []
    var size = 0
    while size < LineReader.limit, let line = try reader.next() {
      guard case .bytes(let bytes) = line else { continue }
      lines.append(String(decoding: bytes, as: UTF8.self))
      size += bytes.count + 1
    }
    return lines.joined(separator: "\n")
  }
}
