/// The words and word beginnings that any phrase asks for, numbered.
///
/// A token is turned once into the numbers ("atoms") it satisfies; phrases then compare numbers only.
struct AtomTable: Sendable {
  private var exact: [String: Int] = [:]
  private var beginnings: [String: Int] = [:]
  private var capitals: [String: Int] = [:]
  private var endings: [String: Int] = [:]
  private var beginningLengths: ClosedRange<Int>?
  private var endingLengths: ClosedRange<Int>?
  /// How many atoms there are.
  private(set) var count = 0

  /// The number of a word of a phrase; capitals ask for capitals, `x*` for a beginning, `*x` for an ending.
  mutating func atom(for word: String) -> Int {
    if word.hasSuffix("*") {
      let stem = String(word.dropLast())
      Self.widen(&beginningLengths, by: stem)
      return number(stem, in: \.beginnings)
    }
    if word.hasPrefix("*") {
      let stem = String(word.dropFirst())
      Self.widen(&endingLengths, by: stem)
      return number(stem, in: \.endings)
    }
    if word.contains(where: \.isUppercase) { return number(word.lowercased(), in: \.capitals) }
    return number(word, in: \.exact)
  }

  private static func widen(_ lengths: inout ClosedRange<Int>?, by stem: String) {
    let length = stem.utf8.count
    guard let known = lengths else {
      lengths = length...length
      return
    }
    lengths = min(known.lowerBound, length)...max(known.upperBound, length)
  }

  private mutating func number(_ key: String, in table: WritableKeyPath<AtomTable, [String: Int]>) -> Int {
    if let known = self[keyPath: table][key] { return known }
    self[keyPath: table][key] = count
    count += 1
    return count - 1
  }

  /// Adds the atoms that a word satisfies; `isCapitalized` opens those that ask for capitals.
  func collect(_ word: String, isCapitalized: Bool, into atoms: inout [Int]) {
    if let atom = exact[word] { insert(atom, into: &atoms) }
    if isCapitalized, let atom = capitals[word] { insert(atom, into: &atoms) }
    let letters = Array(word.utf8)
    for length in Self.lengths(beginningLengths, in: letters) {
      if let atom = beginnings[String(decoding: letters[..<length], as: UTF8.self)] { insert(atom, into: &atoms) }
    }
    for length in Self.lengths(endingLengths, in: letters) {
      if let atom = endings[String(decoding: letters.suffix(length), as: UTF8.self)] { insert(atom, into: &atoms) }
    }
  }

  private static func lengths(_ lengths: ClosedRange<Int>?, in letters: [UInt8]) -> Range<Int> {
    guard let lengths, lengths.lowerBound <= letters.count else { return 0..<0 }
    return lengths.lowerBound..<min(lengths.upperBound, letters.count) + 1
  }

  private func insert(_ atom: Int, into atoms: inout [Int]) {
    if !atoms.contains(atom) { atoms.append(atom) }
  }
}
