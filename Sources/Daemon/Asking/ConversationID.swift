/// Names a conversation of `/v1/ask`: 128 random bits that the server issued, so that nobody can guess another's.
package struct ConversationID: Sendable, Hashable {
  /// 32 hexadecimal digits.
  package let text: String

  /// A new one.
  package init(using generator: inout some RandomNumberGenerator) {
    text = [generator.next(), generator.next()].map { (bits: UInt64) in
      let digits = String(bits, radix: 16)
      return String(repeating: "0", count: 16 - digits.count) + digits
    }.joined()
  }

  /// A written one; nil where it cannot be one.
  package init?(_ text: String) {
    let isHexadecimal = text.utf8.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
    guard text.utf8.count == 32, isHexadecimal else { return nil }
    self.text = text
  }
}
