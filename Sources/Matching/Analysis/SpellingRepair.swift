internal import Knowledge

/// Reads misspelt and misheard words as the words they were meant to be.
///
/// Two ways: a table of common slips (also several words, for dictation: "luke mia"), and the nearest known word by
/// Damerau-Levenshtein distance. A protected word (a disease, a drug) is never changed, and where two protected words are
/// near, none is chosen: a repair must never turn one disease or drug into another.
struct SpellingRepair: Sendable {
  private let lexicon: Lexicon
  private let slips: PhraseTable<String>
  private let protected: Set<String>
  private let common: Set<String>

  init(spelling: Spelling, lexicon: Lexicon) {
    self.lexicon = lexicon
    var slips = PhraseTable<String>()
    for (written, meant) in spelling.repairs { slips.add(written, meant) }
    slips.seal()
    self.slips = slips
    protected = Set(spelling.protected.map { $0.lowercased() })
    common = Set(spelling.common.map { $0.lowercased() })
  }

  /// The tokens, with repairs noted. O(tokens x known words with the same first letter).
  func repair(_ tokens: [Token]) -> [Token] {
    var repaired = tokens
    for match in slips.matches(in: tokens.map { TermText.clean($0.text) }) {
      repaired[match.start] = tokens[match.start].repaired(as: match.value)
      for index in match.start + 1..<match.start + match.count { repaired[index] = tokens[index].repaired(as: "") }
    }
    return repaired.map { token in
      guard token.repaired == nil, let meant = nearestWord(to: TermText.clean(token.text)) else { return token }
      return token.repaired(as: meant)
    }
  }

  /// True where the word is a word as it stands.
  func knows(_ word: String) -> Bool {
    lexicon.knows(word) || common.contains(word) || protected.contains(word) || FunctionWords.contains(word)
  }

  /// True where a word is surely meant as it stands.
  private func isEstablished(_ word: String) -> Bool {
    lexicon.count(of: word) >= Lexicon.establishedCount || common.contains(word) || protected.contains(word)
      || FunctionWords.contains(word)
  }

  private func nearestWord(to word: String) -> String? {
    let length = word.utf8.count
    guard length >= 4, length <= 24, word.allSatisfy({ $0.isASCII && $0.isLetter }), !isEstablished(word) else {
      return nil
    }
    // Inflections of known words are words too.
    if isEstablished(Stemmer.stem(word)) || (word.hasSuffix("s") && isEstablished(String(word.dropLast()))) {
      return nil
    }
    let letters = Array(word.utf8)
    let uses = lexicon.count(of: word)
    let limit = length >= 8 && uses == 0 ? 2 : 1
    var best: (word: String, distance: Int)?
    var isContested = false
    for target in lexicon.targets(for: word) {
      guard abs(target.letters.count - length) <= limit, target.count >= uses * Lexicon.slipRatio else { continue }
      // In four letters only swapped neighbours are a safe guess.
      if length == 4, target.letters.count != 4 || target.letters.sorted() != letters.sorted() { continue }
      let distance = EditDistance.between(letters, target.letters, atMost: best?.distance ?? limit)
      guard let distance else { continue }
      let bothProtected = best.map { protected.contains($0.word) && protected.contains(target.word) } ?? false
      if let best, distance == best.distance {
        isContested = isContested || bothProtected
      } else {
        best = (target.word, distance)
        isContested = false
      }
    }
    return isContested ? nil : best?.word
  }
}
