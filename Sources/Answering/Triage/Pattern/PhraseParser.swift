/// Reads the pattern language of `CueSet`.
///
/// It looks at bytes, since every mark of the language is ASCII and thousands of phrases are read at start.
struct PhraseParser {
  /// The longest gap a phrase may ask for, in tokens; it keeps matching linear.
  static let longestGap = 8
  /// How many parts of a phrase may be optional; every one doubles the variants.
  static let mostOptional = 5

  /// Reads one line of a cue set: phrases parted by " / ".
  func parse(line: String) throws(PhraseSyntaxError) -> [[PhraseElement]] {
    var variants: [[PhraseElement]] = []
    for phrase in Self.split(line) {
      variants += try parse(phrase: phrase)
    }
    return variants
  }

  /// The phrases of a line, as text.
  static func split(_ line: String) -> [String] {
    var phrases: [[Substring]] = [[]]
    for word in words(of: line) {
      if word.utf8.elementsEqual("/".utf8) { phrases.append([]) } else { phrases[phrases.count - 1].append(word) }
    }
    return phrases.map { $0.joined(separator: " ") }
  }

  private static func words(of text: String) -> [Substring] {
    text.utf8.split { $0 == 0x20 || $0 == 0x09 }.map(Substring.init)
  }

  /// Reads one phrase into its variants, one for each choice of the optional parts.
  func parse(phrase: String) throws(PhraseSyntaxError) -> [[PhraseElement]] {
    var variants: [[PhraseElement]] = [[]]
    var optionalParts = 0
    for word in Self.words(of: phrase) {
      let isOptional = word.utf8.last == Mark.optional
      let elements = try elements(of: isOptional ? word.dropLast() : word, in: phrase)
      if isOptional { optionalParts += 1 }
      guard optionalParts <= Self.mostOptional else {
        throw PhraseSyntaxError(phrase: phrase, reason: "has more than \(Self.mostOptional) optional parts")
      }
      let extended = variants.map { $0 + elements }
      variants = isOptional ? variants + extended : extended
    }
    let useful = variants.filter { $0.contains { $0.consumes } }
    for variant in useful { try check(variant, of: phrase) }
    guard !useful.isEmpty else { throw PhraseSyntaxError(phrase: phrase, reason: "can never match") }
    return useful
  }

  private func check(_ variant: [PhraseElement], of phrase: String) throws(PhraseSyntaxError) {
    let solid = variant.filter { !$0.isAssertion }
    if case .gap = solid.first { throw PhraseSyntaxError(phrase: phrase, reason: "begins with a gap") }
    if case .gap = variant.last { throw PhraseSyntaxError(phrase: phrase, reason: "ends with a gap") }
  }

  private func elements(of word: Substring, in phrase: String) throws(PhraseSyntaxError) -> [PhraseElement] {
    switch word.utf8.first {
    case Mark.start where word == "^": return [.clauseStart]
    case Mark.start where word == "^^": return [.textStart]
    case Mark.end where word == "$": return [.clauseEnd]
    case Mark.end where word == "$$": return [.textEnd]
    case Mark.gap: return [try gap(word, in: phrase)]
    case Mark.notNext:
      let choice = try alternatives(word.dropFirst(), in: phrase)
      return [.notNext(words: choice.words, cues: choice.cues, runs: choice.runs)]
    case Mark.notPrevious:
      let choice = try alternatives(word.dropFirst(), in: phrase)
      guard choice.cues.isEmpty, choice.runs.isEmpty else {
        throw PhraseSyntaxError(phrase: phrase, reason: "looks back at more than one word")
      }
      return [.notPrevious(words: choice.words)]
    default:
      let choice = try alternatives(word, in: phrase)
      return [.anyOf(words: choice.words, cues: choice.cues, runs: choice.runs)]
    }
  }

  private func gap(_ word: Substring, in phrase: String) throws(PhraseSyntaxError) -> PhraseElement {
    guard word.hasSuffix(">"), let length = Int(word.dropFirst().dropLast()), (1...Self.longestGap).contains(length)
    else { throw PhraseSyntaxError(phrase: phrase, reason: "has a gap that is not <1> to <\(Self.longestGap)>") }
    return .gap(length)
  }

  /// What may stand in one place: words, cues, and hyphenated words as runs.
  private struct Choice {
    var words: [String] = []
    var cues: [String] = []
    var runs: [[String]] = []
  }

  private func alternatives(_ word: Substring, in phrase: String) throws(PhraseSyntaxError) -> Choice {
    var choice = Choice()
    for part in Self.pieces(of: word, parted: Mark.or) {
      let isCue = part.utf8.first == Mark.cue
      let pieces = isCue ? [part] : Self.pieces(of: part, parted: Mark.run)
      for piece in pieces where !isWellFormed(piece.utf8) {
        throw PhraseSyntaxError(phrase: phrase, reason: "has the unreadable part \"\(part)\"")
      }
      if isCue {
        choice.cues.append(String(part.dropFirst()))
      } else if pieces.count > 1 {
        choice.runs.append(pieces.map(String.init))
      } else {
        choice.words.append(String(part))
      }
    }
    return choice
  }

  private static func pieces(of word: Substring, parted mark: UInt8) -> [Substring] {
    word.utf8.split(separator: mark, omittingEmptySubsequences: false).map(Substring.init)
  }

  private func isWellFormed(_ choice: Substring.UTF8View) -> Bool {
    if choice.first == Mark.cue {
      return choice.count > 1 && choice.dropFirst().allSatisfy { Self.isPartOfWord($0) || $0 == Mark.run }
    }
    let isBeginning = choice.last == Mark.rest
    let stem = isBeginning ? choice.dropLast() : choice.first == Mark.rest ? choice.dropFirst() : choice
    return !stem.isEmpty && stem.allSatisfy { Self.isPartOfWord($0) || $0 == 0x27 || $0 == 0x2E }
  }

  /// Letters and digits of ASCII, and every byte of a letter beyond it.
  private static func isPartOfWord(_ byte: UInt8) -> Bool {
    byte >= 0x80 || (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
  }

  /// The marks of the language.
  private enum Mark {
    static let optional = UInt8(ascii: "?")
    static let start = UInt8(ascii: "^")
    static let end = UInt8(ascii: "$")
    static let gap = UInt8(ascii: "<")
    static let notNext = UInt8(ascii: "!")
    static let notPrevious = UInt8(ascii: "~")
    static let or = UInt8(ascii: "|")
    static let run = UInt8(ascii: "-")
    static let cue = UInt8(ascii: "@")
    static let rest = UInt8(ascii: "*")
  }
}

extension PhraseElement {
  /// Whether it uses up at least one token.
  var consumes: Bool {
    if case .anyOf = self { return true }
    return false
  }

  /// Whether it looks at its surroundings without using up a token.
  var isAssertion: Bool {
    switch self {
    case .anyOf, .gap: false
    default: true
    }
  }
}
