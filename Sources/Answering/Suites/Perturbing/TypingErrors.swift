internal import Matching

/// Puts typing errors into a question: one letter in one word of six, in long words only.
enum TypingErrors {
  /// Shortest word that gets an error; in shorter ones a letter makes another word.
  private static let shortest = 5
  /// Words a question has for each error.
  private static let spacing = 6

  /// The text with errors, at least one where a word is long enough.
  static func add(to text: String, with generator: inout SeededGenerator) -> String {
    var words = text.split(separator: " ", omittingEmptySubsequences: false).map(Array.init)
    let long = words.indices.filter { isPlain(words[$0]) }
    let wanted = max(1, words.count / spacing)
    for index in long.shuffled(using: &generator).prefix(wanted) {
      words[index] = mistyped(words[index], with: &generator)
    }
    return words.map { String($0) }.joined(separator: " ")
  }

  private static func isPlain(_ word: [Character]) -> Bool {
    word.count >= shortest && word.allSatisfy { $0.isASCII && $0.isLetter }
  }

  /// One error behind the first letter, which people rarely get wrong.
  private static func mistyped(_ word: [Character], with generator: inout SeededGenerator) -> [Character] {
    var letters = word
    let place = Int.random(in: 1..<(letters.count - 1), using: &generator)
    switch Int.random(in: 0..<4, using: &generator) {
    case 0: letters.swapAt(place, place + 1)
    case 1: letters.remove(at: place)
    case 2: letters.insert(letters[place], at: place)
    default: letters[place] = neighbour(of: letters[place], with: &generator)
    }
    return letters
  }

  private static func neighbour(of letter: Character, with generator: inout SeededGenerator) -> Character {
    let lower = Character(letter.lowercased())
    guard let row = rows.first(where: { $0.contains(lower) }), let place = row.firstIndex(of: lower) else {
      return letter
    }
    let beside = [place - 1, place + 1].filter(row.indices.contains)
    return beside.randomElement(using: &generator).map { row[$0] } ?? letter
  }

  private static let rows = ["qwertyuiop", "asdfghjkl", "zxcvbnm"].map(Array.init)
}
