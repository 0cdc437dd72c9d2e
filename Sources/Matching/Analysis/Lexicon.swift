/// Words the knowledge uses, with how often, as the targets of spelling repair and the test of what is known.
struct Lexicon: Sendable {
  private let counts: [String: Int]
  /// Words that may be the result of a repair, by first letter.
  private let targets: [Character: [Target]]

  struct Target: Sendable {
    let word: String
    let letters: [UInt8]
    let count: Int
  }

  /// Uses below this are taken for slips, not words: such a word is neither known nor a target.
  static let minimumCount = 2
  /// From this count on a word is established: it is never taken for a slip.
  static let establishedCount = 8
  /// A word that is used a few times is a slip all the same where a neighbour is used this many times as often.
  static let slipRatio = 25
  /// A word needs this many uses, or a place in the sections, to be the result of a repair.
  static let targetCount = 4

  /// A lexicon of words with their counts.
  init(counts: [String: Int]) {
    self.counts = counts.filter { $0.value >= Self.minimumCount }
    let eligible = self.counts.filter {
      $0.value >= Self.targetCount && $0.key.utf8.count >= 4 && $0.key.allSatisfy(\.isLetter)
    }
    let sorted = eligible.sorted { ($1.value, $0.key) < ($0.value, $1.key) }
    let all = sorted.map { Target(word: $0.key, letters: Array($0.key.utf8), count: $0.value) }
    targets = Dictionary(grouping: all) { $0.word.first ?? " " }
  }

  /// True where the word is used at all, beyond once.
  func knows(_ word: String) -> Bool { counts[word] != nil }

  /// How often the word is used; 0 where it is unknown.
  func count(of word: String) -> Int { counts[word] ?? 0 }

  /// Candidates for what `word` was meant to be: those with its first letter, most used first.
  func targets(for word: String) -> [Target] { word.first.flatMap { targets[$0] } ?? [] }

  /// `word count` a line, in byte order: the form kept in the compiled knowledge.
  var serialized: String {
    counts.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value)" }.joined(separator: "\n")
  }

  /// Reads the form that ``serialized`` gives; lines of another form are skipped.
  init(serialized: String) {
    var counts: [String: Int] = [:]
    for line in serialized.split(separator: "\n") {
      let parts = line.split(separator: " ")
      if parts.count == 2, let count = Int(parts[1]) { counts[String(parts[0])] = count }
    }
    self.init(counts: counts)
  }
}
