/// Walks over YAML text just well enough to find where keys and values stand. Whatever it misreads is caught when the
/// edited text is read again.
struct ByteScanner {
  let bytes: [UInt8]

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  /// Bytes of a line, counted from 1, without its line break.
  func line(_ number: Int) -> Range<Int>? {
    var start = 0
    for _ in 1..<max(1, number) {
      guard let end = bytes[start...].firstIndex(of: Self.newline) else { return nil }
      start = end + 1
    }
    return start < bytes.count ? row(from: start) : nil
  }

  /// The line that starts here, without its line break.
  func row(from start: Int) -> Range<Int> { start..<(bytes[start...].firstIndex(of: Self.newline) ?? bytes.count) }

  /// The first place from here that is no blank.
  func skipBlanks(from start: Int) -> Int {
    bytes[start...].firstIndex { !Self.blanks.contains($0) } ?? bytes.count
  }

  /// True where nothing but blanks or a comment is left in the line.
  func isEndOfContent(_ place: Int, in row: Range<Int>) -> Bool {
    place >= row.upperBound || bytes[place] == UInt8(ascii: "#")
  }

  /// Where a key stands in a line, colon included, outside of quotes.
  func key(_ name: String, in row: Range<Int>) -> Range<Int>? {
    let wanted = Array("\(name):".utf8)
    var place = row.lowerBound
    while place + wanted.count <= row.upperBound {
      let isStart = place == row.lowerBound || Self.openers.contains(bytes[place - 1])
      if isStart, isQuote(bytes[place]) {
        place = afterQuoted(from: place)
      } else if isStart, bytes[place..<(place + wanted.count)].elementsEqual(wanted) {
        return place..<(place + wanted.count)
      } else {
        place += 1
      }
    }
    return nil
  }

  func text(_ range: Range<Int>) -> String { String(decoding: bytes[range], as: UTF8.self) }

  /// The range without blanks at its end.
  func withoutTrailingBlanks(_ range: Range<Int>) -> Range<Int> {
    var end = range.upperBound
    while end > range.lowerBound, Self.blanks.contains(bytes[end - 1]) || bytes[end - 1] == Self.newline { end -= 1 }
    return range.lowerBound..<end
  }

  // MARK: Quotes and nesting

  func isQuote(_ byte: UInt8) -> Bool { byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") }

  /// The place after a quoted text that starts here. A doubled quote ends one text and starts the next, which comes to
  /// the same.
  func afterQuoted(from start: Int) -> Int {
    var place = start + 1
    while place < bytes.count, bytes[place] != bytes[start] {
      let isEscape = bytes[place] == UInt8(ascii: "\\") && bytes[start] == UInt8(ascii: "\"")
      place += isEscape ? 2 : 1
    }
    return min(place + 1, bytes.count)
  }

  /// The first place from here that holds one of `stops` outside of quotes and brackets; nil where there is none.
  func find(_ stops: Set<UInt8>, from start: Int) -> Int? {
    var depth = 0
    var place = start
    while place < bytes.count {
      let byte = bytes[place]
      if depth == 0, stops.contains(byte) { return place }
      if isQuote(byte), place == start || Self.openers.contains(bytes[place - 1]) {
        place = afterQuoted(from: place)
        continue
      }
      if Self.opening.contains(byte) { depth += 1 }
      if Self.closing.contains(byte) { depth -= 1 }
      if depth < 0 { return nil }
      place += 1
    }
    return nil
  }

  static let newline = UInt8(ascii: "\n")
  private static let blanks: Set<UInt8> = [UInt8(ascii: " "), UInt8(ascii: "\t"), UInt8(ascii: "\r")]
  private static let openers: Set<UInt8> = Set(" \t,[{".utf8)
  private static let opening: Set<UInt8> = Set("[{".utf8)
  private static let closing: Set<UInt8> = Set("]}".utf8)
}
