internal import Foundation

/// base64url without padding (RFC 4648, section 5), as tokens are written.
enum Base64URL {
  /// The text of these bytes.
  static func text(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }

  /// The bytes of a text; nil where it is not spelled as ``text(_:)`` would spell them, so that no two texts mean the same
  /// bytes.
  static func bytes(_ text: String) -> Data? {
    let padding = String(repeating: "=", count: (4 - text.utf8.count % 4) % 4)
    let plain = text.replacing("-", with: "+").replacing("_", with: "/") + padding
    guard let data = Data(base64Encoded: plain), self.text(data) == text else { return nil }
    return data
  }
}
