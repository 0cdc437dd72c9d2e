internal import Crypto
internal import Foundation

/// Signs as Discord would, for trying the platform out; the key that counts is Discord's own.
struct DiscordSigner: Sendable {
  private let key: Curve25519.Signing.PrivateKey

  /// A signer with a seed of 32 bytes in lower-case hexadecimal digits; nil where it is none.
  init?(seed: Secret) {
    guard let bytes = Hex.bytes(seed.value), let key = try? Curve25519.Signing.PrivateKey(rawRepresentation: bytes)
    else {
      return nil
    }
    self.key = key
  }

  /// The public key that belongs to it.
  var publicKey: String { Hex.text(key.publicKey.rawRepresentation) }

  /// The headers that Discord would send with a body; nil where it cannot be signed.
  func headers(for body: Data, at now: Date) -> [(name: String, value: String)]? {
    let timestamp = String(Int64(now.timeIntervalSince1970))
    guard let signature = try? key.signature(for: Data(timestamp.utf8) + body) else { return nil }
    return [("x-signature-timestamp", timestamp), ("x-signature-ed25519", Hex.text(signature))]
  }
}
