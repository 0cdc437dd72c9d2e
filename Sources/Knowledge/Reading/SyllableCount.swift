/// Counts the syllables of an English word by rule: vowel groups, without silent endings, with the vowels that part.
struct SyllableCount {
  private let letters: [Character]

  private static let vowels: Set<Character> = Set("aeiouyáàâäéèêëíìîïóòôöúùûü")

  /// A count over the letters of `word`.
  init(_ word: String) {
    letters = word.lowercased().filter(\.isLetter)
  }

  /// Syllables, at least one.
  var value: Int { max(groups + partings - (endsSilently ? 1 : 0), 1) }

  private func isVowel(_ index: Int) -> Bool {
    letters.indices.contains(index) && Self.vowels.contains(letters[index])
  }

  /// Runs of vowels.
  private var groups: Int { letters.indices.count { isVowel($0) && !isVowel($0 - 1) } }

  /// Vowels that stand together and belong to two syllables: "ia", "io" and "iu" after a consonant that does not soften
  /// before them (anemia, biopsy; not special, region, million), and a vowel before the ending "ing" (being, dying).
  private var partings: Int {
    letters.indices.count { parts(at: $0) } + (ends("ing") && isVowel(letters.count - 4) ? 1 : 0)
  }

  private func parts(at index: Int) -> Bool {
    guard index > 0, index + 1 < letters.count, letters[index] == "i", !isVowel(index - 1) else { return false }
    if letters[index - 1] == "n" { return letters[index + 1] == "a" }
    return "aou".contains(letters[index + 1]) && !"cglstx".contains(letters[index - 1])
  }

  /// A final e, es or ed after a consonant, unless it makes the syllable: table, handled, boxes, changes, treated.
  private var endsSilently: Bool {
    guard let ending = ["e", "es", "ed"].first(where: ends), groups > 1 else { return false }
    let last = letters.count - ending.count - 1
    guard last > 0, !isVowel(last) else { return false }
    switch ending {
    case "e": return !isSyllabicL(last)
    case "es": return !isSyllabicL(last) && !"cgsxz".contains(letters[last]) && !isHushing(last)
    default: return !"td".contains(letters[last]) && !isSyllabicL(last, after: "bcdfgkptz")
    }
  }

  private func isSyllabicL(_ index: Int, after consonants: String? = nil) -> Bool {
    guard letters[index] == "l", !isVowel(index - 1) else { return false }
    return consonants?.contains(letters[index - 1]) ?? true
  }

  private func isHushing(_ index: Int) -> Bool { letters[index] == "h" && "cs".contains(letters[index - 1]) }

  private func ends(_ ending: String) -> Bool {
    letters.count > ending.count && letters.suffix(ending.count) == ArraySlice(ending)
  }
}
