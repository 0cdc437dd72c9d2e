/// Splits running text into sentences.
package enum SentenceSplitter {
  /// Abbreviations after which a full stop does not end a sentence.
  private static let abbreviations: Set<String> = ["e.g", "i.e", "dr", "mr", "mrs", "ms", "vs", "st", "etc", "no"]

  /// The sentences of `text` in order, each trimmed. A sentence ends at `.`, `!`, `?` or `:` before a blank and at a line
  /// end; O(length).
  package static func sentences(in text: String) -> [String] {
    var found: [String] = []
    var current = ""
    let characters = Array(text)
    for (index, character) in characters.enumerated() {
      current.append(character)
      guard ".!?".contains(character), endsSentence(characters, at: index, current: current) else { continue }
      found.append(current.trimmed)
      current = ""
    }
    if !current.trimmed.isEmpty { found.append(current.trimmed) }
    return found
  }

  private static func endsSentence(_ characters: [Character], at index: Int, current: String) -> Bool {
    guard index + 1 < characters.count else { return true }
    guard characters[index + 1].isWhitespace else { return false }
    guard characters[index] == "." else { return true }
    let word = current.dropLast().split(whereSeparator: \.isWhitespace).last.map { $0.lowercased() } ?? ""
    return !abbreviations.contains(word)
  }
}
