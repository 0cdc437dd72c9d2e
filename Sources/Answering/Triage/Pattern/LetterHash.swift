/// A hash that grows letter by letter (FNV-1a, 64 bits); the same on every run, unlike `Hasher`.
struct LetterHash {
  /// The hash of the letters so far.
  private(set) var value: UInt64 = 0xCBF2_9CE4_8422_2325

  init() {}

  /// The hash of these letters.
  init(_ letters: [UInt8]) {
    for letter in letters { add(letter) }
  }

  /// Takes one more letter.
  mutating func add(_ letter: UInt8) {
    value = (value ^ UInt64(letter)) &* 0x100_0000_01B3
  }
}
