/// The words and word beginnings that any phrase asks for, numbered.
///
/// A token is turned once into the numbers ("atoms") it satisfies; phrases then compare numbers only.
struct AtomTable: Sendable {
  private var exact: [String: Int] = [:]
  private var beginnings: [UInt64: Int] = [:]
  private var capitals: [String: Int] = [:]
  private var endings: [UInt64: Int] = [:]
  private var beginningLengths: ClosedRange<Int>?
  private var endingLengths: ClosedRange<Int>?
  /// How many atoms there are.
  private(set) var count = 0

  /// The number of a word of a phrase; capitals ask for capitals, `x*` for a beginning, `*x` for an ending.
  mutating func atom(for word: String) -> Int {
    let rest = UInt8(ascii: "*")
    if word.utf8.last == rest {
      let stem = Array(word.utf8.dropLast())
      Self.widen(&beginningLengths, by: stem.count)
      return Self.number(LetterHash(stem).value, in: &beginnings, next: &count)
    }
    if word.utf8.first == rest {
      let stem = Array(word.utf8.dropFirst().reversed())
      Self.widen(&endingLengths, by: stem.count)
      return Self.number(LetterHash(stem).value, in: &endings, next: &count)
    }
    if word.utf8.contains(where: { (0x41...0x5A).contains($0) }) {
      return Self.number(word.lowercased(), in: &capitals, next: &count)
    }
    return Self.number(word, in: &exact, next: &count)
  }

  private static func widen(_ lengths: inout ClosedRange<Int>?, by length: Int) {
    guard let known = lengths else {
      lengths = length...length
      return
    }
    lengths = min(known.lowerBound, length)...max(known.upperBound, length)
  }

  private static func number<Key: Hashable>(_ key: Key, in table: inout [Key: Int], next: inout Int) -> Int {
    if let known = table[key] { return known }
    table[key] = next
    next += 1
    return next - 1
  }

  /// Adds the atoms that a word satisfies; `isCapitalized` opens those that ask for capitals.
  func collect(_ word: String, isCapitalized: Bool, into atoms: inout [Int]) {
    if let atom = exact[word] { insert(atom, into: &atoms) }
    if isCapitalized, let atom = capitals[word] { insert(atom, into: &atoms) }
    collectParts(of: word, into: &atoms)
  }

  /// Beginnings and endings, found by hashes that grow letter by letter.
  private func collectParts(of word: String, into atoms: inout [Int]) {
    let letters = Array(word.utf8)
    var hash = LetterHash()
    for (index, letter) in letters.enumerated() {
      hash.add(letter)
      if beginningLengths?.contains(index + 1) == true, let atom = beginnings[hash.value] {
        insert(atom, into: &atoms)
      }
    }
    hash = LetterHash()
    for (index, letter) in letters.reversed().enumerated() {
      hash.add(letter)
      if endingLengths?.contains(index + 1) == true, let atom = endings[hash.value] { insert(atom, into: &atoms) }
    }
  }

  private func insert(_ atom: Int, into atoms: inout [Int]) {
    if !atoms.contains(atom) { atoms.append(atom) }
  }
}
