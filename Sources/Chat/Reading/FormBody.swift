package import Foundation

/// The fields of a form or a query: `application/x-www-form-urlencoded` (URL Standard, section 5.1), in their order.
package struct FormBody: Sendable {
  /// All pairs, decoded; bytes that are no UTF-8 become U+FFFD.
  package let pairs: [(name: String, value: String)]

  /// The fields of these bytes. Every sequence of bytes is a form of some kind, so nothing is refused here.
  package init(_ body: Data) {
    pairs = Array(body).split(separator: UInt8(ascii: "&")).map { field in
      let end = field.firstIndex(of: UInt8(ascii: "=")) ?? field.endIndex
      let value = end < field.endIndex ? field[(end + 1)...] : []
      return (Self.decoded(field[..<end]), Self.decoded(value))
    }
  }

  /// The value of the field that stands exactly once; nil where it stands not at all or doubled.
  package subscript(name: String) -> String? {
    let values = pairs.filter { $0.name == name }
    return values.count == 1 ? values[0].value : nil
  }

  /// These pairs as a form, every byte but letters, digits and `-._*` escaped.
  package static func encoded(_ pairs: [(String, String)]) -> Data {
    Data(pairs.map { "\(encoded($0.0))=\(encoded($0.1))" }.joined(separator: "&").utf8)
  }

  private static func decoded(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var rest = bytes
    while let byte = rest.popFirst() {
      if byte == UInt8(ascii: "%"), let escaped = escape(at: rest) {
        text.append(escaped)
        rest = rest.dropFirst(2)
      } else {
        text.append(byte == UInt8(ascii: "+") ? UInt8(ascii: " ") : byte)
      }
    }
    return String(decoding: text, as: UTF8.self)
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

  private static func encoded(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._*".utf8)
    return text.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      return byte == UInt8(ascii: " ") ? "+" : "%" + Hex.text(Data([byte])).uppercased()
    }.joined()
  }
}
