/// Strings as JSON writes them, with every character escaped that some reader takes for a line end.
enum JSONString {
  /// Appends a text in quotation marks. Works on bytes: most of a text needs no escape and is copied in runs.
  static func quote(_ value: String, to text: inout [UInt8]) {
    var value = value
    text.append(UInt8(ascii: "\""))
    value.withUTF8 { bytes in needsLook.withUnsafeBufferPointer { quote(bytes, looking: $0, to: &text) } }
    text.append(UInt8(ascii: "\""))
  }

  private static func quote(
    _ bytes: UnsafeBufferPointer<UInt8>, looking needsLook: UnsafeBufferPointer<Bool>, to text: inout [UInt8]
  ) {
    var start = 0
    var index = 0
    while index < bytes.count {
      guard needsLook[Int(bytes[index])], let escape = escape(at: index, of: bytes) else {
        index += 1
        continue
      }
      text += bytes[start..<index]
      text += escape.text.utf8
      index += escape.length
      start = index
    }
    text += bytes[start...]
  }

  /// Bytes that are escaped, or begin a character that may be.
  private static let needsLook: [Bool] = (0...255).map { $0 < 0x20 || [0x22, 0x5C, 0x7F, 0xC2, 0xE2].contains($0) }

  /// What stands for the character that begins here, and its length in bytes; nil where it stays.
  private static func escape(at index: Int, of bytes: UnsafeBufferPointer<UInt8>) -> (text: String, length: Int)? {
    switch bytes[index] {
    case 0x22: return ("\\\"", 1)
    case 0x5C: return ("\\\\", 1)
    case 0x0A: return ("\\n", 1)
    case 0x0D: return ("\\r", 1)
    case 0x09: return ("\\t", 1)
    case 0xC2:
      // U+0080 to U+009F.
      guard bytes[index + 1] < 0xA0 else { return nil }
      return (escaped(bytes[index + 1]), 2)
    case 0xE2:
      // U+2028 and U+2029.
      guard bytes[index + 1] == 0x80, bytes[index + 2] & 0xFE == 0xA8 else { return nil }
      return (bytes[index + 2] == 0xA8 ? "\\u2028" : "\\u2029", 3)
    default: return (escaped(bytes[index]), 1)
    }
  }

  private static func escaped(_ value: UInt8) -> String {
    "\\u00" + (value < 16 ? "0" : "") + String(value, radix: 16)
  }
}
