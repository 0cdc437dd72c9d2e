/// FNV-1a over 64 bits: names features by number, so that a compiled model needs no table of strings.
///
/// Source: Fowler, Noll, Vo; http://www.isthe.com/chongo/tech/comp/fnv/. Collisions are told apart nowhere: at 100,000 names
/// the chance of one is below one in a billion, and the effect would be one blurred feature.
package struct FeatureHash {
  package private(set) var value: UInt64 = 0xcbf2_9ce4_8422_2325

  /// A hash that starts with the mark of a feature's kind.
  package init(kind: Character) {
    combine(byte: kind.asciiValue ?? 0x3F)
    combine(byte: 0x3A)
  }

  /// Adds the bytes of a text.
  package mutating func combine(_ text: String) {
    for byte in text.utf8 { combine(byte: byte) }
  }

  /// Adds one byte.
  package mutating func combine(byte: UInt8) {
    value = (value ^ UInt64(byte)) &* 0x0000_0100_0000_01b3
  }
}
