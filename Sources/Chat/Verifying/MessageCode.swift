internal import Crypto
package import Foundation

/// Message authentication codes as the platforms write them. Receivers compute the text that the header should have and compare
/// it whole by ``ConstantTime``, so that no second spelling of a right code (upper-case hex, loose base64) passes.
package enum MessageCode {
  /// HMAC-SHA256 of the parts one after another (RFC 2104, FIPS 180-4).
  package static func sha256(_ parts: Data..., key: Data) -> Data {
    var code = HMAC<SHA256>(key: SymmetricKey(data: key))
    for part in parts { code.update(data: part) }
    return Data(code.finalize())
  }

  /// HMAC-SHA1 of `data`, for the platforms that know nothing newer.
  package static func sha1(_ data: Data, key: Data) -> Data {
    Data(HMAC<Insecure.SHA1>.authenticationCode(for: data, using: SymmetricKey(data: key)))
  }

  /// A short name for `text`: 32 hexadecimal digits of its SHA-256, for ids that may hold no other characters.
  package static func name(of text: String) -> String {
    Hex.text(Data(SHA256.hash(data: Data(text.utf8)).prefix(16)))
  }
}
