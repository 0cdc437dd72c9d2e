import Crypto
package import Foundation

/// Names one version of a body, so that a browser that has it need not load it again (RFC 9110, 8.8.3).
package struct EntityTag: Sendable, Equatable {
  /// Quoted, as the header field has it.
  package let value: String

  /// The tag of a body.
  package init(of body: Data) { value = "\"" + ContentDigest.hex(of: body) + "\"" }

  /// True where an `If-None-Match` field names this version, or any.
  package func matches(_ field: String?) -> Bool {
    guard let field else { return false }
    return field.split(separator: ",").contains { part in
      let tag = part.drop { $0 == " " }.reversed().drop { $0 == " " }.reversed()
      let text = String(tag)
      return text == "*" || text == value || text == "W/" + value
    }
  }
}

/// A short digest of bytes, for names of versions.
enum ContentDigest {
  /// The first 16 bytes of SHA-256 as 32 hexadecimal digits.
  static func hex(of data: Data) -> String {
    SHA256.hash(data: data).prefix(16).map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}
