internal import Crypto
internal import Foundation

/// Discord's request signature: Ed25519 (RFC 8032) over the time stamp and the body.
struct DiscordSignature: Sendable {
  private let key: Curve25519.Signing.PublicKey

  /// A verifier for the application's public key in lower-case hexadecimal digits; nil where it is none.
  init?(publicKey: String) {
    guard let bytes = Hex.bytes(publicKey), let key = try? Curve25519.Signing.PublicKey(rawRepresentation: bytes) else {
      return nil
    }
    self.key = key
  }

  /// Refuses a request that Discord has not signed within the last five minutes.
  func verify(_ request: WebhookRequest, at now: Date) throws(WebhookRefusal) {
    guard let timestamp = request.header("x-signature-timestamp"),
      let signature = request.header("x-signature-ed25519").flatMap(Hex.bytes)
    else { throw .unauthenticated }
    try Freshness.check(timestamp, at: now)
    guard isValid(signature, for: Data(timestamp.utf8) + request.body) else { throw .unauthenticated }
  }

  private func isValid(_ signature: Data, for message: Data) -> Bool {
    signature.count == 64 && key.isValidSignature(signature, for: message)
  }

  /// The third test of RFC 8032, section 7.1.
  static var vectorTest: SelfTestResult {
    let signature = Hex.bytes(
      "6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
        + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a")
    let verifier = DiscordSignature(publicKey: "fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025")
    let passed = verifier?.isValid(signature ?? Data(), for: Data([0xaf, 0x82])) == true
    let refuses = verifier?.isValid(signature ?? Data(), for: Data([0xaf, 0x83])) == false
    return SelfTestResult("published signature vector", passed: passed && refuses)
  }
}
