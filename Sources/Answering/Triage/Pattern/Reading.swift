/// A message made ready for matching: one entry for each word, hyphenated words taken apart.
struct Reading {
  /// One word with the atoms it satisfies.
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

  /// Whether a word opens its clause.
  func isClauseStart(_ index: Int) -> Bool {
    index == 0 || words[index - 1].clause != words[index].clause
  }

  /// Whether `index`, a position between words, ends a clause.
  func isClauseEnd(_ index: Int) -> Bool {
    index >= words.count || index == 0 || words[index - 1].clause != words[index].clause
  }

  /// Whether the word satisfies one of the atoms.
  func matches(_ index: Int, _ atoms: [Int]) -> Bool {
    for atom in words[index].atoms where atoms.contains(atom) { return true }
    return false
  }
}
