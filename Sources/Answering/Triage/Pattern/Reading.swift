/// A message made ready for matching: one entry for each word, hyphenated words taken apart.
struct Reading {
  /// One word with its place.
  struct Word {
    /// The word as written, folded.
    let text: String
    /// Index of the token it comes from.
    let token: Int
    /// Index of its sentence.
    let sentence: Int
    /// Index of its clause.
    let clause: Int
    /// Atoms of every way to read the word.
    let atoms: [Int]
  }

  /// The words in order.
  let words: [Word]
  private var rows: BitRows

  /// Notes for every word, and for the message as a whole, which sets of words it belongs to.
  init(words: [Word], choices: ChoiceTable) {
    self.words = words
    rows = BitRows(rows: words.count + 1, width: choices.count)
    for (index, word) in words.enumerated() {
      for atom in word.atoms {
        for set in choices.sets(of: atom) {
          rows.set(set, in: index)
          rows.set(set, in: words.count)
        }
      }
    }
  }

  /// Whether the word at an index belongs to a set of words.
  func word(_ index: Int, isIn set: Int) -> Bool {
    rows.has(set, in: index)
  }

  /// Whether any word of the message belongs to a set of words.
  func hasWord(in set: Int) -> Bool {
    rows.has(set, in: words.count)
  }

  /// Whether a word opens its clause.
  func isClauseStart(_ index: Int) -> Bool {
    index == 0 || words[index - 1].clause != words[index].clause
  }

  /// Whether `index`, a position between words, ends a clause.
  func isClauseEnd(_ index: Int) -> Bool {
    index >= words.count || index == 0 || words[index - 1].clause != words[index].clause
  }
}
