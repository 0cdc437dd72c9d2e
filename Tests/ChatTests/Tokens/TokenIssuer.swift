import Crypto
import CryptoExtras
import Foundation

/// One who signs tokens, rightly or wrongly.
struct TokenIssuer: Sendable {
  /// The one whose keys are published.
  static let known = TokenIssuer(name: "key-1")
  /// Another, whose key is published later.
  static let later = TokenIssuer(name: "key-2")
  /// One whose key nobody publishes, under the known one's name.
  static let foreign = TokenIssuer(name: "key-1")

  /// The key's name.
  let name: String
  private let key: _RSA.Signing.PrivateKey?

  init(name: String) {
    self.name = name
    key = try? _RSA.Signing.PrivateKey(keySize: .bits2048)
  }

  /// The key in PEM.
  var pem: String { key?.pkcs8PEMRepresentation ?? "" }
  /// What its signatures are verified with, in PEM.
  var publicPEM: String { key?.publicKey.pemRepresentation ?? "" }

  /// The public key as a key set has it.
  func jwk(_ extra: String = "", name: String? = nil) throws -> String {
    let numbers = try key?.publicKey.getKeyPrimitives()
    let modulus = Self.base64URL(numbers?.modulus ?? Data())
    let exponent = Self.base64URL(numbers?.publicExponent ?? Data())
    return #"{"kty":"RSA","use":"sig","kid":"\#(name ?? self.name)","n":"\#(modulus)","e":"\#(exponent)"\#(extra)}"#
  }

  /// A token with these claims and, over those that are right, these header fields.
  func token(_ claims: [String: Any], header: [String: Any?] = [:]) throws -> String {
    var fields: [String: Any] = ["alg": "RS256", "typ": "JWT", "kid": name]
    for (field, value) in header { fields[field] = value }
    let signed = try [fields, claims].map { Self.base64URL(try JSONSerialization.data(withJSONObject: $0)) }
      .joined(separator: ".")
    let signature: Data
    switch fields["alg"] as? String {
    case "none": signature = Data()
    case "HS256":
      let secret = SymmetricKey(data: Data(publicPEM.utf8))
      signature = Data(HMAC<SHA256>.authenticationCode(for: Data(signed.utf8), using: secret))
    default:
      let digest = SHA256.hash(data: Data(signed.utf8))
      signature = try key?.signature(for: digest, padding: .insecurePKCS1v1_5).rawRepresentation ?? Data()
    }
    return signed + "." + Self.base64URL(signature)
  }

  static func base64URL(_ data: Data) -> String {
    data.base64EncodedString().replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: "")
  }
}
