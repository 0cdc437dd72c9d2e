/// Collects a text's tokens: scalars in, words cut, words split into pieces of the vocabulary.
struct TokenBuilder {
  private let vocabulary: Vocabulary
  private let unknown: Int
  private let limit: Int
  private let rules = ScalarRules.reference
  private var word = Word()
  private(set) var tokens: [Int] = []

  /// Keeps at most `limit` tokens, the first ones.
  init(vocabulary: Vocabulary, unknown: Int, limit: Int) {
    self.vocabulary = vocabulary
    self.unknown = unknown
    self.limit = limit
  }

  /// No further text can change the tokens.
  var isFull: Bool { tokens.count >= limit }

  /// Reads text up to the next special token; a word never crosses that border.
  mutating func add(_ text: Substring) {
    for scalar in text.unicodeScalars {
      if isFull { return }
      add(scalar.value)
    }
    endWord()
  }

  /// Adds a token that stands for itself.
  mutating func add(special token: Int) {
    if !isFull { tokens.append(token) }
  }

  private mutating func add(_ scalar: UInt32) {
    if rules.isBlank(scalar) { return endWord() }
    if rules.isRemoved(scalar) { return }
    let isAlone = rules.isIdeograph(scalar)
    if isAlone { endWord() }
    for part in rules.mapped(scalar) { addMapped(part) }
    if isAlone { endWord() }
  }

  private mutating func addMapped(_ scalar: UInt32) {
    guard rules.isPunctuation(scalar) else { return word.append(scalar) }
    endWord()
    word.append(scalar)
    endWord()
  }

  private mutating func endWord() {
    guard !word.isEmpty else { return }
    tokens.append(contentsOf: pieces().prefix(limit - tokens.count))
    word.removeAll()
  }

  /// The word as the longest pieces from the left, or as one unknown token if a rest remains.
  private func pieces() -> [Int] {
    guard !word.isTooLong else { return [unknown] }
    var (pieces, start): ([Int], Int) = ([], 0)
    while start < word.ends.count {
      guard let match = vocabulary.longestMatch(in: word, from: start) else { return [unknown] }
      pieces.append(match.number)
      start = match.end
    }
    return pieces
  }
}
