/// Words that triage recognises misspelt, and words that it must never take for them.
///
/// The analysis repairs towards the vocabulary of the documents; words of danger need not stand there,
/// so triage reads them itself: one slip (a letter missing, added, changed, or two swapped) in words of
/// five to seven letters, two slips in longer ones, the first letter always right.
public struct SpellingGuard: Sendable, Equatable, Codable {
  /// Words that are read through misspellings.
  public let words: [String]
  /// Real words that look like a slip ("fewer" beside "fever") and stay what they are.
  public let keep: [String]

  /// Makes a guard from its lists.
  public init(words: [String] = [], keep: [String] = []) {
    self.words = words
    self.keep = keep
  }
}
