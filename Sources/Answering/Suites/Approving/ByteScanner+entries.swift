extension ByteScanner {
  /// Entries of `{key: value, ...}` from behind the brace; nil where it does not end or has comments in it.
  func flowEntries(from start: Int) -> [ExpectationLayout.Entry]? {
    var entries: [ExpectationLayout.Entry] = []
    var place = start
    while let begin = bytes[place...].firstIndex(where: { !" \t\r\n,".utf8.contains($0) }) {
      if bytes[begin] == UInt8(ascii: "}") { return entries }
      guard let colon = find([UInt8(ascii: ":")], from: begin),
        let end = find([UInt8(ascii: ","), UInt8(ascii: "}")], from: skipBlanks(from: colon + 1))
      else { return nil }
      let value = withoutTrailingBlanks(skipBlanks(from: colon + 1)..<end)
      entries.append(
        ExpectationLayout.Entry(
          key: text(withoutTrailingBlanks(begin..<colon)), whole: begin..<value.upperBound, value: value,
          end: value.upperBound))
      place = end
    }
    return nil
  }

  /// Entries in the lines below a key that stands in `column`, and the column they stand in.
  func blockEntries(below row: Range<Int>, column: Int) -> (entries: [ExpectationLayout.Entry], indent: Int?) {
    var entries: [ExpectationLayout.Entry] = []
    var indent: Int?
    var start = row.upperBound + 1
    while start < bytes.count {
      let line = self.row(from: start)
      start = line.upperBound + 1
      let content = skipBlanks(from: line.lowerBound)
      if isEndOfContent(content, in: line) { continue }
      let here = content - line.lowerBound
      if here <= column { break }
      if indent == nil { indent = here }
      let isItem = bytes[content] == UInt8(ascii: "-")
      if here == indent, !isItem {
        guard let entry = entry(in: line, from: content) else { return ([], nil) }
        entries.append(entry)
      } else if var last = entries.popLast() {
        last.extend(with: line, item: isItem ? item(in: line, from: content + 1) : nil)
        entries.append(last)
      }
    }
    return (entries, indent)
  }

  private func entry(in line: Range<Int>, from content: Int) -> ExpectationLayout.Entry? {
    guard let colon = bytes[content..<line.upperBound].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    return ExpectationLayout.Entry(
      key: text(content..<colon), whole: line, value: value(in: line, from: colon + 1), end: line.upperBound)
  }

  private func item(in line: Range<Int>, from start: Int) -> String {
    text(value(in: line, from: start)).trimmingQuotes
  }

  /// What stands in a line from here, without blanks around it and the comment behind it.
  private func value(in line: Range<Int>, from start: Int) -> Range<Int> {
    let begin = min(skipBlanks(from: start), line.upperBound)
    var place = begin
    while place < line.upperBound {
      if isQuote(bytes[place]), place == begin {
        place = min(afterQuoted(from: place), line.upperBound)
      } else if bytes[place] == UInt8(ascii: "#"), place == begin || bytes[place - 1] == UInt8(ascii: " ") {
        break
      } else {
        place += 1
      }
    }
    return withoutTrailingBlanks(begin..<place)
  }
}

extension ExpectationLayout.Entry {
  /// Takes in a further line.
  fileprivate mutating func extend(with line: Range<Int>, item: String?) {
    whole = whole.lowerBound..<line.upperBound
    end = line.upperBound
    if let item { items.append((item, line)) } else { isContinued = true }
  }
}

extension String {
  /// The text without one pair of quotes around it.
  fileprivate var trimmingQuotes: String {
    guard count >= 2, let first, first == last, first == "\"" || first == "'" else { return self }
    return String(dropFirst().dropLast())
  }
}
