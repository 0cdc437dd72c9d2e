/// The model's tokens with their numbers, found by bytes.
///
/// A hash table of its own because lookups go by slices of a word, prolonged a scalar at a time: the hash grows along,
/// and no string is made.
struct Vocabulary: Sendable {
  /// All tokens one behind the other; token `n` ends at `ends[n]`.
  private let bytes: [UInt8]
  private let ends: [Int]
  /// Token numbers by hash, open addressing; -1 is free.
  private var slots: [Int32]
  /// Bytes of the longest token.
  private let longest: Int

  /// What marks a token that continues a word.
  private static let continuation = Array("##".utf8)

  /// Tokens in the order of their numbers, from 0.
  init(tokens: [String]) {
    var (bytes, ends): ([UInt8], [Int]) = ([], [])
    for token in tokens {
      bytes.append(contentsOf: token.utf8)
      ends.append(bytes.count)
    }
    (self.bytes, self.ends) = (bytes, ends)
    longest = tokens.map(\.utf8.count).max() ?? 0
    slots = Array(repeating: -1, count: max(16, (tokens.count * 2).nextPowerOfTwo))
    for number in tokens.indices { insert(number) }
  }

  var count: Int { ends.count }

  /// The number of a token as it stands in the vocabulary.
  func number(of token: String) -> Int? {
    let token = Array(token.utf8)
    return find(token[...], prefix: [], hash: Self.hash(token))
  }

  /// The longest token that the word holds from a scalar on: its number and the scalar behind it.
  func longestMatch(in word: Word, from scalar: Int) -> (number: Int, end: Int)? {
    let start = scalar == 0 ? 0 : word.ends[scalar - 1]
    let prefix = scalar == 0 ? [] : Self.continuation
    var (hash, best): (UInt64, (Int, Int)?) = (Self.hash(prefix), nil)
    var hashed = start
    for end in scalar..<word.ends.count {
      guard word.ends[end] - start + prefix.count <= longest else { break }
      while hashed < word.ends[end] {
        hash = Self.prolong(hash, word.bytes[hashed])
        hashed += 1
      }
      if let number = find(word.bytes[start..<hashed], prefix: prefix, hash: hash) { best = (number, end + 1) }
    }
    return best
  }

  private mutating func insert(_ number: Int) {
    let token = bytes[range(of: number)]
    var slot = Int(truncatingIfNeeded: Self.hash(token)) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  private func find(_ text: ArraySlice<UInt8>, prefix: [UInt8], hash: UInt64) -> Int? {
    var slot = Int(truncatingIfNeeded: hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      let token = bytes[range(of: number)]
      if token.count == prefix.count + text.count, token.starts(with: prefix),
        token.dropFirst(prefix.count).elementsEqual(text)
      {
        return number
      }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  private func range(of number: Int) -> Range<Int> { (number == 0 ? 0 : ends[number - 1])..<ends[number] }

  /// FNV-1a.
  private static func hash(_ bytes: some Sequence<UInt8>) -> UInt64 { bytes.reduce(0xCBF2_9CE4_8422_2325, prolong) }

  private static func prolong(_ hash: UInt64, _ byte: UInt8) -> UInt64 { (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
}

extension Int {
  /// The smallest power of two that is not smaller.
  fileprivate var nextPowerOfTwo: Int { self <= 1 ? 1 : 1 << (Int.bitWidth - (self - 1).leadingZeroBitCount) }
}
