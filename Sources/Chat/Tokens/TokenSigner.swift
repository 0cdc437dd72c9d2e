internal import Crypto
internal import CryptoExtras
internal import Foundation

/// Signs tokens by RS256: assertions that access tokens are asked for with, and the tokens of simulated requests.
struct TokenSigner: Sendable {
  private let key: _RSA.Signing.PrivateKey
  /// What the signatures are verified with, in PEM.
  var publicKey: String { key.publicKey.pemRepresentation }

  /// A signer with an RSA key of at least 2,048 bits in PEM; nil where that is none.
  init?(_ pem: Secret) {
    // Environment variables and JSON often have line feeds written out.
    let text = pem.value.replacing("\\n", with: "\n")
    guard let key = try? _RSA.Signing.PrivateKey(pemRepresentation: text), key.keySizeInBits >= 2048 else { return nil }
    self.key = key
  }

  /// A fresh key of 2,048 bits in PEM; empty where none could be made.
  static func freshKey() -> Secret {
    Secret((try? _RSA.Signing.PrivateKey(keySize: .bits2048).pkcs8PEMRepresentation) ?? "")
  }

  private struct Header: Encodable {
    let alg = "RS256"
    let typ = "JWT"
    let kid: String?
  }

  /// A token with these claims (RFC 7515, section 7.1); nil where they cannot be written. At once, since requests are simulated so.
  func token(_ claims: some Encodable, keyName: String?) -> String? {
    guard let header = try? JSONBody.encode(Header(kid: keyName)), let body = try? JSONBody.encode(claims) else {
      return nil
    }
    let signed = Base64URL.text(header) + "." + Base64URL.text(body)
    let digest = SHA256.hash(data: Data(signed.utf8))
    guard let signature = try? key.signature(for: digest, padding: .insecurePKCS1v1_5) else { return nil }
    return signed + "." + Base64URL.text(signature.rawRepresentation)
  }
}
