/// Splits running text into sentences.
package enum SentenceSplitter {
  /// Abbreviations after which a full stop does not end a sentence.
  private static let abbreviations: Set<String> = ["e.g", "i.e", "dr", "mr", "mrs", "ms", "vs", "st"]

  /// The sentences of `text` in order, each trimmed. O(length).
  ///
  /// A sentence ends at `.`, `!` or `?`, with the quotation marks and brackets that close after it, before a blank or the
  /// end. A full stop ends none after an abbreviation, after "No" before a number, or before a lower-case letter.
  package static func sentences(in text: String) -> [String] {
    let characters = Array(text)
    var found: [String] = []
    var start = 0
    var index = 0
    while index < characters.count {
      let end = self.end(of: characters, at: index)
      if ".!?".contains(characters[index]), endsSentence(characters, from: start, at: index, closedAt: end) {
        found.append(String(characters[start..<end]).trimmed)
        start = end
      }
      index = max(end, index + 1)
    }
    if start < characters.count { found.append(String(characters[start...]).trimmed) }
    return found.filter { !$0.isEmpty }
  }

  /// The place after the mark at `index` and whatever closes with it.
  private static func end(of characters: [Character], at index: Int) -> Int {
    var end = index + 1
    guard ".!?".contains(characters[index]) else { return end }
    while end < characters.count, ".!?\"'”’)]".contains(characters[end]) { end += 1 }
    return end
  }

  private static func endsSentence(_ characters: [Character], from start: Int, at index: Int, closedAt end: Int) -> Bool
  {
    guard end < characters.count else { return true }
    guard characters[end].isWhitespace else { return false }
    guard characters[index] == ".", let next = characters[end...].first(where: { !$0.isWhitespace }) else {
      return true
    }
    if next.isLowercase { return false }
    let word = String(characters[start..<index].reversed().prefix { !$0.isWhitespace }.reversed()).lowercased()
    if word == "no" { return !next.isNumber }
    return !abbreviations.contains(word.filter { !"(\"“".contains($0) })
  }
}
