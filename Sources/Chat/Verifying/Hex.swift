package import Foundation

/// Bytes as lower-case hexadecimal digits.
package enum Hex {
  /// Two digits a byte.
  package static func text(_ data: Data) -> String {
    let digits = Array("0123456789abcdef".utf8)
    return String(decoding: data.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
  }

  /// The bytes that lower-case digits stand for; nil for anything else, upper-case digits among it, so that each value has
  /// one spelling only.
  package static func bytes(_ text: String) -> Data? {
    let values = text.utf8.map { byte -> UInt8? in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
      case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
      default: nil
      }
    }
    guard values.count.isMultiple(of: 2) else { return nil }
    var data = Data(capacity: values.count / 2)
    for index in stride(from: 0, to: values.count, by: 2) {
      guard let high = values[index], let low = values[index + 1] else { return nil }
      data.append(high << 4 | low)
    }
    return data
  }
}
