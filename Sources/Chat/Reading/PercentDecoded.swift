/// Bytes with their percent-encoding undone (RFC 3986, section 2.1). O(bytes).
package struct PercentDecoded: Sendable, Equatable {
  /// The bytes; a `%` that no two hexadecimal digits follow stays as it is.
  package let bytes: [UInt8]
  /// False where there was such a `%`.
  package let isSound: Bool

  /// The decoded bytes.
  /// - Parameter plusIsBlank: true in forms and queries, where `+` stands for a blank (URL Standard, section 5.1).
  package init(_ encoded: ArraySlice<UInt8>, plusIsBlank: Bool) {
    var (result, isSound): ([UInt8], Bool) = ([], true)
    result.reserveCapacity(encoded.count)
    var rest = encoded
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let escaped = Self.escape(at: rest) {
        result.append(escaped)
        rest = rest.dropFirst(2)
      } else {
        if byte == UInt8(ascii: "%") { isSound = false }
        result.append(plusIsBlank && byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    (bytes, self.isSound) = (result, isSound)
  }

  /// The byte that the next two digits stand for, of either case.
  private static func escape(at bytes: ArraySlice<UInt8>) -> UInt8? {
    guard bytes.count >= 2, let high = digit(bytes[bytes.startIndex]), let low = digit(bytes[bytes.startIndex + 1])
    else { return nil }
    return high << 4 | low
  }

  private static func digit(_ byte: UInt8) -> UInt8? {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
    case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
    case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
    default: nil
    }
  }
}
