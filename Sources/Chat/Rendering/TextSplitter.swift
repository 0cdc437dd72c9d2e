/// Cuts lines into parts that a platform takes, at the best border there is: between blocks or lines, else behind a sentence,
/// else between words, else between characters. Lengths are those of the written text, escapes and bullets included, so an
/// escape is never cut in two. Linear in the length of the text; times the logarithm of the limit for a line that is longer than it.
package struct TextSplitter: Sendable {
  private let limit: Int
  private let unit: TextUnit
  private let style: any TextStyle

  /// A splitter into parts of at most `limit` units of text written in `style`.
  package init(limit: Int, unit: TextUnit, style: any TextStyle) {
    self.limit = max(limit, 1)
    self.unit = unit
    self.style = style
  }

  /// Lines in the splitter's style.
  func written(_ lines: [TextLine]) -> String { style.written(lines) }

  /// The parts of an answer, none of them empty. The closing stands whole and together in the last part, and with it the
  /// numbered offers, if asked for; offers that do not fit there come before it. Only a closing that is longer than the limit
  /// by itself is cut.
  package func split(_ text: AnswerText, numberingOffers: Bool) -> [[TextLine]] {
    let offers = numberingOffers ? text.numberedOffers : []
    let whole = text.body + text.closing + offers
    if cost(of: whole) <= limit { return whole.isEmpty ? [] : [whole] }
    let fits = cost(of: text.closing + offers) <= limit
    var parts = split(fits ? text.body : text.body + offers)
    let ending = fits ? text.closing + offers : text.closing
    guard !ending.isEmpty else { return parts }
    if let last = parts.last, cost(of: last + ending) <= limit {
      parts[parts.count - 1] = last + ending
    } else {
      parts += cost(of: ending) <= limit ? [ending] : split(ending)
    }
    return parts
  }

  /// The parts of some lines, in order. An introduction does not stand last in a part where it can be helped.
  package func split(_ lines: [TextLine]) -> [[TextLine]] {
    if cost(of: lines) <= limit { return lines.isEmpty ? [] : [lines] }
    var parts: [[TextLine]] = []
    var used = 0
    for line in lines.flatMap(cut) {
      let more = cost(of: line) + (parts.isEmpty ? 0 : separator(before: line))
      if !parts.isEmpty, used + more <= limit {
        parts[parts.count - 1].append(line)
        used += more
      } else {
        parts.append(opening(with: line, after: &parts))
        used = cost(of: parts[parts.count - 1])
      }
    }
    return parts
  }

  /// `text` cut at the end, with an ellipsis, so that it has at most `limit` units: for a button's label.
  package static func shortened(_ text: String, to limit: Int, unit: TextUnit) -> String {
    guard unit.count(text) > limit else { return text }
    var short = text
    while !short.isEmpty, unit.count(short) + unit.count("…") > limit { short.removeLast() }
    return short + "…"
  }

  // MARK: Parts

  /// A new part with `line`; an introduction that would be left behind alone moves with it.
  private func opening(with line: TextLine, after parts: inout [[TextLine]]) -> [TextLine] {
    guard let last = parts.last, last.count > 1, let introduction = last.last, introduction.role == .introduction,
      cost(of: [introduction, line]) <= limit
    else { return [line] }
    parts[parts.count - 1].removeLast()
    return [introduction, line]
  }

  private func cost(of line: TextLine) -> Int { unit.count(style.written(line)) }
  private func cost(of lines: [TextLine]) -> Int { unit.count(style.written(lines)) }
  private func separator(before line: TextLine) -> Int { unit.count(line.startsBlock ? "\n\n" : "\n") }

  // MARK: Long lines

  /// The line itself, or pieces of it where it is longer than a part may be.
  private func cut(_ line: TextLine) -> [TextLine] {
    var pieces: [TextLine] = []
    var rest = line
    while cost(of: rest) > limit, let (head, tail) = halves(of: rest) {
      pieces.append(head)
      rest = tail
    }
    return pieces + (rest.text.isEmpty ? [] : [rest])
  }

  private func halves(of line: TextLine) -> (TextLine, TextLine)? {
    // No character is shorter than one unit, so only this many can matter, and the one behind them.
    let characters = Array(line.text.prefix(limit == .max ? limit : limit + 1))
    let room = longest(of: characters, line: line)
    let end = room == 0 ? nil : border(in: characters, before: room)
    let head = end.map { String(characters[..<$0]) } ?? scalarHead(of: line)
    guard !head.isEmpty, head.unicodeScalars.count < line.text.unicodeScalars.count else { return nil }
    let tail = String(line.text.unicodeScalars.dropFirst(head.unicodeScalars.count))
    var first = line
    first.text = String(head.trimmingSuffix(while: \.isWhitespace))
    let left = String(tail.drop(while: \.isWhitespace))
    return (first, TextLine(left, role: line.role, startsBlock: line.startsBlock, continues: true))
  }

  /// How many of the characters fit into a part; found by halving, since writing is monotone.
  private func longest(of characters: [Character], line: TextLine) -> Int {
    var fitting = 0
    var beyond = characters.count + 1
    var candidate = line
    while beyond - fitting > 1 {
      let middle = (fitting + beyond) / 2
      candidate.text = String(characters[..<middle])
      if cost(of: candidate) <= limit { fitting = middle } else { beyond = middle }
    }
    return fitting
  }

  /// The best border at most `end` characters in: behind a sentence in the second half, else behind a word, else `end`.
  private func border(in characters: [Character], before end: Int) -> Int {
    var word: Int?
    for index in stride(from: min(end, characters.count - 1), through: max(end / 2, 1), by: -1)
    where characters[index].isWhitespace {
      if ".!?".contains(characters[index - 1]) { return index }
      if word == nil { word = index }
    }
    return word ?? end
  }

  /// Where one character alone is longer than a part, nothing is left but to cut it between its scalars.
  private func scalarHead(of line: TextLine) -> String {
    var head = ""
    var candidate = line
    for scalar in line.text.unicodeScalars {
      candidate.text = head
      candidate.text.unicodeScalars.append(scalar)
      guard head.isEmpty || cost(of: candidate) <= limit else { break }
      head = candidate.text
    }
    return head
  }
}

extension String {
  fileprivate func trimmingSuffix(while drops: (Character) -> Bool) -> Substring {
    var text = self[...]
    while let last = text.last, drops(last) { text.removeLast() }
    return text
  }
}
