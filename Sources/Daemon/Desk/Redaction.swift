import Foundation

/// Takes out of a question what could tell who asked it: names, numbers, dates, addresses, mail, links and telephone numbers.
///
/// No list holds every name. So a word is kept only where it is known to be a word, and goes where it could be a name all the
/// same. Some harmless words go with it; that is the cheaper mistake.
package struct Redaction: Sendable {
  /// What stands in the place of what was taken out.
  enum Mark: String {
    case name = "[name]"
    case number = "[number]"
    case date = "[date]"
    case address = "[address]"
    case mail = "[mail]"
    case link = "[link]"
    case word = "[word]"
  }

  /// One word of the question, and what becomes of it.
  private struct Piece {
    /// As it was written, without what stands around it.
    let core: String
    /// In lower case, without accents and possessive.
    let folded: String
    /// A mark of punctuation that is kept behind it.
    let end: String
    let isFirst: Bool
    var mark: Mark?
  }

  /// Words of a question that are read, and characters; the rest is left out.
  static let (wordLimit, characterLimit) = (80, 800)
  /// Longest word that is kept, in characters.
  private static let longest = 24

  private let isKnown: @Sendable (String) -> Bool

  /// A redaction that keeps words that are known.
  /// - Parameter isKnown: true where a word in lower case is one.
  package init(isKnown: @escaping @Sendable (String) -> Bool) { self.isKnown = isKnown }

  /// The question without what could tell who asked; nil where no word is left. O(1), since only its beginning is read.
  package func redacted(_ question: String) -> String? {
    var pieces = Self.pieces(of: question)
    // Where most words begin with a capital, capitals say nothing.
    let capitals = pieces.count { $0.core.first?.isUppercase == true }
    let tellsByCase = capitals * 2 <= pieces.count || pieces.count < 3
    for index in pieces.indices { pieces[index].mark = mark(of: pieces[index], tellsByCase: tellsByCase) }
    Self.markNames(in: &pieces)
    Self.markNamesThatAreWords(in: &pieces, tellsByCase: tellsByCase)
    Self.markDates(in: &pieces)
    Self.markAddresses(in: &pieces)
    guard pieces.contains(where: { $0.mark == nil }) else { return nil }
    return Self.joined(pieces)
  }

  // MARK: One word

  private static func pieces(of question: String) -> [Piece] {
    var pieces: [Piece] = []
    var isFirst = true
    for chunk in question.prefix(characterLimit).split(whereSeparator: \.isWhitespace).prefix(wordLimit) {
      let core = String(chunk.trimming { !($0.isLetter || $0.isNumber) })
      let end = chunk.last.map(String.init).flatMap { ".?!,".contains($0) ? $0 : nil } ?? ""
      if !core.isEmpty {
        pieces.append(Piece(core: core, folded: fold(core), end: end, isFirst: isFirst))
        isFirst = false
      }
      // "Dr. Smith" is one sentence.
      if ".?!".contains(end), !end.isEmpty, !titles.contains(fold(core)) { isFirst = true }
    }
    return pieces
  }

  private static func fold(_ word: String) -> String {
    let plain = word.folding(options: [.diacriticInsensitive, .widthInsensitive], locale: nil).lowercased()
      .replacing("’", with: "'")
    return plain.hasSuffix("'s") ? String(plain.dropLast(2)) : plain
  }

  private func mark(of piece: Piece, tellsByCase: Bool) -> Mark? {
    let word = piece.folded
    if word.contains("@") { return .mail }
    if word.contains("://") || word.hasPrefix("www.") || word.contains(/[a-z]\.[a-z]{2,}/) { return .link }
    if word.contains(/\d[-\/.]\d+[-\/.]\d/) { return .date }
    if word.contains(where: \.isNumber) || Self.numbers.contains(word) { return .number }
    if Self.dates.contains(word) { return .date }
    if Self.titles.contains(word) { return nil }
    let parts = word.split { !$0.isLetter }.map(String.init)
    if parts.contains(where: GivenNames.contains) { return .name }
    guard word.count <= Self.longest, parts.allSatisfy({ $0.count == 1 || isKnown($0) }) || isKnown(word) else {
      return .word
    }
    return tellsByCase && isNameByCase(piece) ? .name : nil
  }

  /// A capital within a sentence begins a name, unless the whole word is capitals, as in ALL, or it is "I".
  private func isNameByCase(_ piece: Piece) -> Bool {
    guard !piece.isFirst, piece.core.first?.isUppercase == true else { return false }
    let letters = piece.core.filter(\.isLetter)
    if letters.count > 1, letters.count <= 6, letters.dropLast().allSatisfy(\.isUppercase) { return false }
    return piece.folded != "i" && !piece.folded.hasPrefix("i'")
  }

  // MARK: Words together

  /// What follows "my name is" or "Mr" is a name, whatever else it means.
  private static func markNames(in pieces: inout [Piece]) {
    for index in pieces.indices {
      let word = pieces[index].folded
      var next = index + 1
      if word == "name" || word == "names", pieces.indices.contains(next), ["is", "was"].contains(pieces[next].folded) {
        next += 1
      } else if !titles.contains(word), !(word == "name" && pieces[index].core.hasSuffix("s")) {
        continue
      }
      guard pieces.indices.contains(next) else { continue }
      pieces[next].mark = pieces[next].mark ?? .name
      // A second name behind the first, where nothing parts them.
      guard pieces.indices.contains(next + 1), pieces[next].end.isEmpty, pieces[next + 1].mark == nil else { continue }
      if GivenNames.isWord(pieces[next + 1].folded) { pieces[next + 1].mark = .name }
    }
  }

  /// Rose, Will and Mark: taken for names where they begin with a capital and nothing behind them says otherwise.
  private static func markNamesThatAreWords(in pieces: inout [Piece], tellsByCase: Bool) {
    for index in pieces.indices where pieces[index].mark == nil && GivenNames.isWord(pieces[index].folded) {
      let isCapital = pieces[index].core.first?.isUppercase == true
      let follower = pieces.indices.contains(index + 1) ? pieces[index + 1].folded : ""
      if isCapital, !tellsByCase || !small.contains(follower) { pieces[index].mark = .name }
    }
  }

  /// "12 May" and "March 3" are dates; "may" and "march" alone are words.
  private static func markDates(in pieces: inout [Piece]) {
    for index in pieces.indices where ["may", "march", "august"].contains(pieces[index].folded) {
      let beside = [index - 1, index + 1].filter(pieces.indices.contains)
      guard let number = beside.first(where: { pieces[$0].mark == .number }) else { continue }
      (pieces[index].mark, pieces[number].mark) = (.date, .date)
    }
  }

  /// "12 Baker Street": everything from the number on. Without a number, a road and the word before it.
  private static func markAddresses(in pieces: inout [Piece]) {
    for index in pieces.indices {
      let word = pieces[index].folded
      guard roads.contains(word) || lanes.contains(word) else { continue }
      if let number = (max(0, index - 4)..<index).first(where: { pieces[$0].mark == .number }) {
        for place in number...index { pieces[place].mark = .address }
      } else if roads.contains(word), index > 0, !small.contains(pieces[index - 1].folded) {
        for place in index - 1...index { pieces[place].mark = .address }
      }
    }
  }

  /// The words that are left, and a mark for each run of what was taken out.
  private static func joined(_ pieces: [Piece]) -> String {
    var words: [String] = []
    for piece in pieces {
      let word = piece.mark?.rawValue ?? piece.core
      if piece.mark != nil, let last = words.last, last == word {
        words[words.count - 1] = word + piece.end
      } else {
        words.append(word + piece.end)
      }
    }
    return words.joined(separator: " ")
  }

  // MARK: Words

  private static let titles: Set<String> = ["mr", "mrs", "ms", "miss", "mx", "dr", "prof", "professor", "sir", "madam"]
  private static let roads: Set<String> = ["street", "road", "avenue", "boulevard", "lane", "strasse", "rue"]
  private static let lanes: Set<String> = [
    "st", "rd", "ave", "blvd", "ln", "drive", "dr", "court", "ct", "square", "close", "terrace", "place", "way",
    "highway",
    "apartment", "apt", "flat", "suite",
  ]
  private static let dates: Set<String> = [
    "january", "february", "april", "june", "july", "september", "october", "november", "december", "jan", "feb", "apr",
    "jun", "jul", "aug", "sept", "oct", "nov", "dec", "monday", "tuesday", "wednesday", "thursday", "friday",
    "saturday",
    "sunday", "christmas", "easter", "thanksgiving",
  ]
  private static let numbers: Set<String> = [
    "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve", "thirteen", "fourteen",
    "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty", "thirty", "forty", "fifty", "sixty", "seventy",
    "eighty", "ninety", "hundred", "thousand", "million",
  ]
  /// Words that begin the rest of a sentence, after "Will" or "Hope".
  private static let small: Set<String> = [
    "i", "i'm", "you", "he", "she", "it", "we", "they", "my", "your", "his", "her", "our", "their", "the", "a", "an",
    "this",
    "that", "these", "those", "there", "and", "or", "but", "to", "of", "in", "on", "at", "for", "with", "from", "is",
    "was",
    "be", "not", "no",
  ]
}

extension StringProtocol {
  /// Without the characters at its ends that `isOutside` names.
  fileprivate func trimming(_ isOutside: (Character) -> Bool) -> SubSequence {
    let start = firstIndex { !isOutside($0) } ?? endIndex
    let end = lastIndex { !isOutside($0) }.map(index(after:)) ?? start
    return self[start..<end]
  }
}
