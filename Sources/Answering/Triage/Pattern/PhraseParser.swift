/// Reads the pattern language of `CueSet`.
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
    for word in line.split(whereSeparator: { $0 == " " || $0 == "\t" }) {
      if word == "/" { phrases.append([]) } else { phrases[phrases.count - 1].append(word) }
    }
    return phrases.map { $0.joined(separator: " ") }
  }

  /// Reads one phrase into its variants, one for each choice of the optional parts.
  func parse(phrase: String) throws(PhraseSyntaxError) -> [[PhraseElement]] {
    var variants: [[PhraseElement]] = [[]]
    var optionalParts = 0
    for word in phrase.split(separator: " ") {
      let isOptional = word.hasSuffix("?")
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
    switch word {
    case "^": return [.clauseStart]
    case "^^": return [.textStart]
    case "$": return [.clauseEnd]
    case "$$": return [.textEnd]
    default: break
    }
    switch word.first {
    case "<": return [try gap(word, in: phrase)]
    case "!":
      let choice = try alternatives(word.dropFirst(), in: phrase)
      return [.notNext(words: choice.words, cues: choice.cues, runs: choice.runs)]
    case "~":
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
    for part in word.split(separator: "|", omittingEmptySubsequences: false) {
      let isCue = part.hasPrefix("@")
      let pieces = isCue ? [part] : part.split(separator: "-", omittingEmptySubsequences: false)
      for piece in pieces where !isWellFormed(piece) {
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

  private func isWellFormed(_ choice: Substring) -> Bool {
    if choice.hasPrefix("@") {
      return choice.count > 1 && choice.dropFirst().allSatisfy { $0.isLetterOrDigit || $0 == "-" }
    }
    let isBeginning = choice.hasSuffix("*")
    let stem = isBeginning ? choice.dropLast() : choice.hasPrefix("*") ? choice.dropFirst() : choice
    guard !stem.isEmpty else { return false }
    return stem.allSatisfy { $0.isLetterOrDigit || $0 == "'" || $0 == "." }
  }
}

extension Character {
  /// Whether it is part of a word. ASCII is told without a look into the Unicode tables: thousands of phrases are read at start.
  fileprivate var isLetterOrDigit: Bool {
    guard let byte = asciiValue else { return isLetter || isNumber }
    return (0x61...0x7A).contains(byte | 0x20) || (0x30...0x39).contains(byte)
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
