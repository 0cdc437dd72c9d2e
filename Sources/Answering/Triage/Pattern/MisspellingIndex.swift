/// Finds which guarded word a misspelt word means.
///
/// An index of the guarded words with letters left out (as SymSpell does), kept as hashes, makes a look-up cost as
/// much as the word is long, whatever the number of guarded words.
struct MisspellingIndex: Sendable {
  /// Longer words are never looked up; it bounds the work on hostile text.
  private static let longestWord = 18
  private static let shortestWord = 5

  private var candidates: [UInt64: [Int]] = [:]
  private var words: [[UInt8]] = []
  private let known: Set<String>

  init(_ guardList: SpellingGuard) {
    known = Set(guardList.words).union(guardList.keep)
    for word in guardList.words where word.utf8.count >= Self.shortestWord {
      let letters = Array(word.utf8)
      words.append(letters)
      for key in Set(Self.keys(of: letters, slips: Self.slips(letters.count))) {
        candidates[key, default: []].append(words.count - 1)
      }
    }
  }

  /// Slips allowed in a word of so many letters.
  static func slips(_ length: Int) -> Int {
    length >= 8 ? 2 : length >= shortestWord ? 1 : 0
  }

  /// The guarded word that `text` most likely means; `nil` for guarded and kept words themselves and for strangers.
  func correction(for text: String) -> String? {
    let letters = Array(text.utf8)
    guard letters.count >= Self.shortestWord - 1, letters.count <= Self.longestWord,
      letters.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x27 }), !known.contains(text)
    else { return nil }
    var best: (word: Int, distance: Int)?
    for key in Self.keys(of: letters, slips: Self.slips(letters.count + 1)) {
      for word in candidates[key] ?? [] where words[word].first == letters.first {
        consider(word, letters, &best)
      }
    }
    return best.map { String(decoding: words[$0.word], as: UTF8.self) }
  }

  private func consider(_ word: Int, _ letters: [UInt8], _ best: inout (word: Int, distance: Int)?) {
    if let best, best.word == word { return }
    let distance = Self.distance(words[word], letters)
    guard distance <= Self.slips(words[word].count) else { return }
    if let current = best, (current.distance, current.word) <= (distance, word) { return }
    best = (word, distance)
  }

  /// Hashes of the word with none, one or two of its letters left out.
  private static func keys(of letters: [UInt8], slips: Int) -> [UInt64] {
    var keys = [hash(letters, without: -1, -1)]
    guard slips > 0 else { return keys }
    for first in letters.indices {
      keys.append(hash(letters, without: first, -1))
      guard slips > 1 else { continue }
      for second in letters.indices where second > first {
        keys.append(hash(letters, without: first, second))
      }
    }
    return keys
  }

  private static func hash(_ letters: [UInt8], without first: Int, _ second: Int) -> UInt64 {
    var hash = LetterHash()
    for index in letters.indices where index != first && index != second { hash.add(letters[index]) }
    return hash.value
  }

  /// Edit distance in which swapping two neighbours counts once (optimal string alignment).
  static func distance(_ first: [UInt8], _ second: [UInt8]) -> Int {
    var rows = [Array(0...second.count)]
    for i in first.indices {
      var row = [i + 1]
      for j in second.indices {
        let change = rows[i][j] + (first[i] == second[j] ? 0 : 1)
        var best = min(change, rows[i][j + 1] + 1, row[j] + 1)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          best = min(best, rows[i - 1][j - 1] + 1)
        }
        row.append(best)
      }
      rows.append(row)
    }
    return rows[first.count][second.count]
  }
}
