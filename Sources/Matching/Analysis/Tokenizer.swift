internal import Foundation

/// Cuts text into tokens with sentence and clause numbers.
enum Tokenizer {
  /// Bound on the tokens of one question; what comes after is not read (a question of 100,000 characters stays fast).
  static let maximumTokens = 2_000

  /// Tokens of `text` in order, and which sentences end in a question mark. O(length).
  ///
  /// A token is a run of letters and digits, held together by inner apostrophes and hyphens and by a point or comma between
  /// digits. `. ! ? : ; ,`, dashes and line ends close a clause; `. ! ?` and line ends close a sentence.
  static func tokens(in text: String) -> (tokens: [Token], questionMarks: Set<Int>) {
    var state = Scan()
    var previous: Character?
    var characters = text.makeIterator()
    var current = characters.next()
    while let character = current, state.tokens.count < maximumTokens {
      let next = characters.next()
      state.take(character, after: previous, before: next)
      previous = character
      current = next
    }
    state.closeWord()
    return (state.tokens, state.questionMarks)
  }

  private struct Scan {
    var tokens: [Token] = []
    var word = ""
    var sentence = 0
    var clause = 0
    var questionMarks: Set<Int> = []

    mutating func take(_ character: Character, after previous: Character?, before next: Character?) {
      if character.isWordPart {
        // Scripts written without blanks give one token a character.
        if character.isIdeographic { closeWord() }
        word.append(character)
        if character.isIdeographic { closeWord() }
      } else if joins(character, after: previous, before: next) {
        word.append(character == "’" || character == "`" ? "'" : character == "," ? "." : character)
      } else {
        closeWord()
        closeUnits(at: character, before: next)
      }
    }

    private func joins(_ character: Character, after previous: Character?, before next: Character?) -> Bool {
      guard let previous, let next, !word.isEmpty else { return false }
      let inside = previous.isWordPart && next.isWordPart
      switch character {
      case "'", "’", "`", "-", "‐", "‑": return inside
      case ".", ",": return previous.isNumber && next.isNumber
      default: return false
      }
    }

    private mutating func closeUnits(at character: Character, before next: Character?) {
      let endsSentence = "!?？。！\n".contains(character) || (character == "." && next?.isLetter != true)
      if endsSentence || ",;:–—-()+&/".contains(character) {
        clause = tokens.last.map { $0.clause == clause } == true ? clause + 1 : clause
      }
      if "?？".contains(character), let last = tokens.last { questionMarks.insert(last.sentence) }
      if endsSentence, tokens.last.map({ $0.sentence == sentence }) == true { sentence += 1 }
    }

    mutating func closeWord() {
      guard !word.isEmpty else { return }
      let isPlain = word.utf8.allSatisfy { $0 < 0x80 }
      let folded =
        (isPlain ? word : word.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil)).lowercased()
      let letters = word.filter(\.isLetter)
      tokens.append(
        Token(
          text: folded,
          isCapitalized: !letters.isEmpty && letters == letters.uppercased() && letters != letters.lowercased(),
          sentence: sentence, clause: clause))
      word = ""
    }
  }
}

extension Character {
  /// A letter or a digit; ASCII is told without a look into the Unicode tables.
  fileprivate var isWordPart: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// True for Han, Hiragana, Katakana and Hangul, which are written without blanks between words or read as foreign anyway.
  fileprivate var isIdeographic: Bool {
    asciiValue == nil
      && unicodeScalars.contains { (0x2E80...0x9FFF).contains($0.value) || (0xAC00...0xD7AF).contains($0.value) }
  }
}
