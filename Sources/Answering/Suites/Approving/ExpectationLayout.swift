/// Where the keys of one `expect:` mapping stand in the bytes of a file.
struct ExpectationLayout {
  /// One key with its value.
  struct Entry {
    let key: String
    /// From the key to the end of the value, or the whole lines in block style.
    var whole: Range<Int>
    /// The value that stands on the key's line; empty where it stands below.
    let value: Range<Int>
    /// Lines of a block list below the key, with what each item says.
    var items: [(text: String, line: Range<Int>)] = []
    /// End of the last line that says something.
    var end: Int
    /// True where more lines follow that are no items.
    var isContinued = false
  }

  /// The entries in file order.
  let entries: [Entry]
  /// Column of the keys in block style; nil for `{key: value}`.
  let indent: Int?

  /// Finds the mapping whose `expect:` stands on a line, counted from 1; nil where the layout is none of the usual
  /// ones.
  init?(in bytes: [UInt8], line: Int) {
    let scanner = ByteScanner(bytes)
    guard let row = scanner.line(line), let key = scanner.key("expect", in: row) else { return nil }
    let start = scanner.skipBlanks(from: key.upperBound)
    if start < row.upperBound, bytes[start] == UInt8(ascii: "{") {
      guard let entries = scanner.flowEntries(from: start + 1) else { return nil }
      self.entries = entries
      indent = nil
    } else if scanner.isEndOfContent(start, in: row) {
      let found = scanner.blockEntries(below: row, column: key.lowerBound - row.lowerBound)
      guard let indent = found.indent else { return nil }
      entries = found.entries
      self.indent = indent
    } else {
      return nil
    }
  }
}
