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
    String(decoding: PercentDecoded(bytes, plusIsBlank: true).bytes, as: UTF8.self)
  }

  private static func encoded(_ text: String) -> String {
    let plain = Set("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-._*".utf8)
    return text.utf8.map { byte in
      if plain.contains(byte) { return String(UnicodeScalar(byte)) }
      return byte == UInt8(ascii: " ") ? "+" : "%" + Hex.text(Data([byte])).uppercased()
    }.joined()
  }
}
