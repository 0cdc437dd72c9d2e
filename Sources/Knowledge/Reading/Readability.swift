/// How hard a text is to read.
public enum Readability {
  /// The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59. Zero for a text without words.
  ///
  /// Source: J. P. Kincaid et al., Derivation of New Readability Formulas, 1975. Each string given here is one sentence: an
  /// item of a list is one, and so is the sentence that introduces it. Numbers, telephone numbers among them, are left out.
  public static func grade(of sentences: [String]) -> Double {
    let words = sentences.map(words(in:)).filter { !$0.isEmpty }
    let count = words.reduce(0) { $0 + $1.count }
    guard count > 0 else { return 0 }
    let syllables = words.joined().reduce(0) { $0 + Self.syllables(in: $1) }
    return 0.39 * Double(count) / Double(words.count) + 11.8 * Double(syllables) / Double(count) - 15.59
  }

  /// What each word of two syllables and more adds to the grade, dearest first; words that cost the same stand in
  /// alphabetical order.
  public static func costs(in sentences: [String]) -> [WordCost] {
    let words = sentences.flatMap(words(in:))
    let uses = Dictionary(grouping: words) { isSpelledOut($0) ? $0 : $0.lowercased() }
    let costs = uses.compactMap { word, uses -> WordCost? in
      let extra = uses.reduce(0) { $0 + syllables(in: $1) - 1 }
      guard extra > 0 else { return nil }
      return WordCost(word: word, uses: uses.count, grades: 11.8 * Double(extra) / Double(words.count))
    }
    return costs.sorted { ($1.grades, $0.word) < ($0.grades, $1.word) }
  }

  /// Words of letters, with inner apostrophes; numbers are left out and hyphens part words.
  package static func words(in sentence: String) -> [String] {
    sentence.split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init).filter {
      $0.contains(where: \.isLetter)
    }
  }

  /// Syllables of a word, at least one. Two to four capitals ("DNA") are spelled out, one syllable a letter.
  package static func syllables(in word: String) -> Int { isSpelledOut(word) ? word.count : SyllableCount(word).value }

  private static func isSpelledOut(_ word: String) -> Bool {
    (2...4).contains(word.count) && word.allSatisfy(\.isUppercase)
  }
}
