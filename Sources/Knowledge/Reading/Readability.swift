/// How hard a text is to read.
public enum Readability {
  /// The Flesch-Kincaid grade level: 0.39 words a sentence + 11.8 syllables a word - 15.59. Zero for a text without words.
  ///
  /// Source: J. P. Kincaid et al., Derivation of New Readability Formulas, 1975. List items count as parts of the sentence
  /// that introduces them only where the caller joins them; each string given here is one sentence.
  public static func grade(of sentences: [String]) -> Double {
    let words = sentences.flatMap(words(in:))
    guard !words.isEmpty, !sentences.isEmpty else { return 0 }
    let syllables = words.reduce(0) { $0 + Self.syllables(in: $1) }
    return 0.39 * Double(words.count) / Double(sentences.count)
      + 11.8 * Double(syllables) / Double(words.count) - 15.59
  }

  /// Words of letters, with inner apostrophes; numbers are left out.
  static func words(in sentence: String) -> [String] {
    sentence.split { !($0.isLetter || $0 == "'" || $0 == "’") }.map(String.init).filter {
      $0.contains(where: \.isLetter)
    }
  }

  /// Vowel groups, with a silent final e left out; at least one. Capitals only ("ALL", "DNA") count as one a letter.
  static func syllables(in word: String) -> Int {
    if word.count > 1, word == word.uppercased() { return word == "ALL" ? 3 : word.count }
    let letters = word.lowercased().filter(\.isLetter)
    var groups = 0
    var wasVowel = false
    for letter in letters {
      let isVowel = "aeiouy".contains(letter)
      if isVowel && !wasVowel { groups += 1 }
      wasVowel = isVowel
    }
    let silentEnd =
      letters.hasSuffix("e") && !letters.hasSuffix("le") || letters.hasSuffix("es") && !letters.hasSuffix("ses")
    let silentPast = letters.hasSuffix("ed") && !letters.hasSuffix("ted") && !letters.hasSuffix("ded")
    if (silentEnd || silentPast) && groups > 1 { groups -= 1 }
    return max(groups, 1)
  }
}
