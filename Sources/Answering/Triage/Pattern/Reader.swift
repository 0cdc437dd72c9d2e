internal import Matching

/// Turns tokens into a `Reading`: every way a word may be meant, as atoms.
struct Reader: Sendable {
  /// Short forms that become another word without their apostrophe ("i'll" and "ill").
  private static let apostropheMatters: Set<String> = [
    "i'll", "we're", "he'll", "she'll", "we'll", "she'd", "we'd", "i'd", "who're",
  ]

  private let table: AtomTable
  private let choices: ChoiceTable
  private let spelling: MisspellingIndex

  init(table: AtomTable, choices: ChoiceTable, spelling: MisspellingIndex) {
    self.table = table
    self.choices = choices
    self.spelling = spelling
  }

  /// Reads the tokens of a message; time and memory grow with their number.
  func read(_ tokens: [Token]) -> Reading {
    let everythingIsCapital = tokens.count > 2 && tokens.allSatisfy { $0.isCapitalized || !Self.hasLetter($0.text) }
    var words: [Reading.Word] = []
    words.reserveCapacity(tokens.count)
    for (index, token) in tokens.enumerated() {
      append(token, at: index, capitals: token.isCapitalized && !everythingIsCapital, to: &words)
    }
    return Reading(words: words, choices: choices)
  }

  private static func hasLetter(_ text: String) -> Bool {
    text.utf8.contains { $0 > 0x40 }
  }

  private func append(_ token: Token, at index: Int, capitals: Bool, to words: inout [Reading.Word]) {
    let repaired = token.repaired
    guard token.text.utf8.contains(0x2D) else {
      words.append(word(token.text, repaired: repaired, token: token, index: index, capitals: capitals))
      return
    }
    for part in token.text.split(separator: "-") {
      words.append(word(String(part), repaired: nil, token: token, index: index, capitals: capitals))
    }
  }

  private func word(
    _ text: String, repaired: String?, token: Token, index: Int, capitals: Bool
  ) -> Reading.Word {
    Reading.Word(
      text: text, token: index, sentence: token.sentence, clause: token.clause,
      atoms: atoms(text, repaired: repaired, capitals: capitals))
  }

  private func atoms(_ text: String, repaired: String?, capitals: Bool) -> [Int] {
    var atoms: [Int] = []
    for form in Self.forms(of: text) { table.collect(form, isCapitalized: capitals, into: &atoms) }
    if let repaired {
      for form in Self.forms(of: repaired) { table.collect(form, isCapitalized: capitals, into: &atoms) }
    }
    if let meant = spelling.correction(for: text) {
      table.collect(meant, isCapitalized: capitals, into: &atoms)
    }
    return atoms
  }

  /// The word itself; without its apostrophe; without a possessive or contracted 's; without drawn-out letters.
  static func forms(of text: String) -> [String] {
    var forms = [text]
    if text.utf8.contains(0x27) {
      if !apostropheMatters.contains(text) { forms.append(text.filter { $0 != "'" }) }
      if text.hasSuffix("'s") { forms.append(String(text.dropLast(2))) }
      if text.hasSuffix("'") { forms.append(String(text.dropLast())) }
    }
    if let plain = shortened(text) { forms += plain }
    return forms
  }

  /// "sooooo" as "soo" and "so"; `nil` where no letter stands three times in a row.
  private static func shortened(_ text: String) -> [String]? {
    var runs: [(letter: Character, length: Int)] = []
    for letter in text {
      if let last = runs.last, last.letter == letter {
        runs[runs.count - 1].length += 1
      } else {
        runs.append((letter, 1))
      }
    }
    guard runs.contains(where: { $0.length > 2 && $0.letter.isLetter }) else { return nil }
    return [2, 1].map { limit in
      runs.map { String(repeating: $0.letter, count: $0.length > 2 ? limit : $0.length) }.joined()
    }
  }
}
