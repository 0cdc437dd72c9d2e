/// Finds known phrases in a run of words, longest first. A phrase's last word may end in `*` and then matches any ending.
struct PhraseTable<Value: Sendable>: Sendable {
  private struct Entry: Sendable {
    let words: [String]
    let isPrefix: Bool
    let value: Value
  }

  /// One phrase found: where it starts, how many words it takes, and what it stands for.
  struct Match {
    let start: Int
    let count: Int
    let value: Value
  }

  private var byFirstWord: [String: [Entry]] = [:]
  private var prefixesByFirstLetter: [Character: [Entry]] = [:]

  /// Adds a phrase; words are separated by blanks or hyphens. An empty phrase is ignored.
  mutating func add(_ phrase: String, _ value: Value) {
    let isPrefix = phrase.hasSuffix("*")
    let words = Self.words(of: isPrefix ? String(phrase.dropLast()) : phrase)
    guard let first = words.first else { return }
    let entry = Entry(words: words, isPrefix: isPrefix, value: value)
    if isPrefix, words.count == 1, let letter = first.first {
      prefixesByFirstLetter[letter, default: []].append(entry)
    } else {
      byFirstWord[first, default: []].append(entry)
    }
  }

  /// Sorts so that longer phrases are tried first. Call it once after the last ``add(_:_:)``.
  mutating func seal() {
    for key in byFirstWord.keys { byFirstWord[key]?.sort { $0.words.count > $1.words.count } }
    for key in prefixesByFirstLetter.keys {
      prefixesByFirstLetter[key]?.sort { $0.words[0].utf8.count > $1.words[0].utf8.count }
    }
  }

  /// Phrases in `words`, left to right, without overlaps. O(words x phrases that share their first word).
  func matches(in words: [String]) -> [Match] {
    var found: [Match] = []
    var index = 0
    while index < words.count {
      if let match = longestMatch(in: words, at: index) {
        found.append(match)
        index += match.count
      } else {
        index += 1
      }
    }
    return found
  }

  private func longestMatch(in words: [String], at start: Int) -> Match? {
    for entry in byFirstWord[words[start]] ?? [] where fits(entry, words, at: start) {
      return Match(start: start, count: entry.words.count, value: entry.value)
    }
    guard let letter = words[start].first else { return nil }
    for entry in prefixesByFirstLetter[letter] ?? [] where words[start].hasPrefix(entry.words[0]) {
      return Match(start: start, count: 1, value: entry.value)
    }
    return nil
  }

  private func fits(_ entry: Entry, _ words: [String], at start: Int) -> Bool {
    guard start + entry.words.count <= words.count else { return false }
    for (offset, word) in entry.words.enumerated() {
      let candidate = words[start + offset]
      let isLast = offset == entry.words.count - 1
      guard candidate == word || (isLast && entry.isPrefix && candidate.hasPrefix(word)) else { return false }
    }
    return true
  }

  /// Splits a phrase the way ``Analyzer`` splits a question into terms.
  static func words(of phrase: String) -> [String] {
    // Thousands of plain phrases are read at start: they need no look into the Unicode tables.
    if phrase.utf8.allSatisfy({ $0 < 0x80 && !(0x41...0x5A).contains($0) && $0 != 0x27 }) {
      return phrase.utf8.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x09 }.map { String(decoding: $0, as: UTF8.self) }
    }
    return phrase.lowercased().split { " -\t".contains($0) }.map { TermText.clean(String($0)) }.filter { !$0.isEmpty }
  }
}
