internal import Foundation

/// Secrets of Standard Webhooks and what they sign: `id.timestamp.body` by HMAC-SHA256. More than one while a secret is
/// changed: a receiver takes what any of them signed, a sender signs with all.
struct StandardWebhookSecrets: Sendable {
  private let keys: [Data]

  /// The secrets of a setting, separated by spaces; nil where one is not of the form or has not 24 to 64 bytes.
  init?(_ secret: Secret) {
    let keys = secret.value.split(whereSeparator: \.isWhitespace).map { text -> Data? in
      text.hasPrefix("whsec_") ? Data(base64Encoded: String(text.dropFirst(6))) : nil
    }
    let good = keys.compactMap { $0 }.filter { (24...64).contains($0.count) }
    guard !keys.isEmpty, good.count == keys.count else { return nil }
    self.keys = good
  }

  /// The header's value for a message.
  func sign(id: String, timestamp: String, body: Data) -> String {
    keys.map { signature(id: id, timestamp: timestamp, body: body, key: $0) }.joined(separator: " ")
  }

  /// True where one of the signatures is by one of the secrets. Signatures of other versions are passed over, and so is what
  /// comes after the first sixteen.
  func accept(_ signatures: String, id: String, timestamp: String, body: Data) -> Bool {
    let expected = keys.map { signature(id: id, timestamp: timestamp, body: body, key: $0) }
    var isAccepted = false
    for given in signatures.split(separator: " ").prefix(16) {
      for signature in expected where ConstantTime.equal(signature, String(given)) { isAccepted = true }
    }
    return isAccepted
  }

  private func signature(id: String, timestamp: String, body: Data, key: Data) -> String {
    "v1," + MessageCode.sha256(Data("\(id).\(timestamp).".utf8), body, key: key).base64EncodedString()
  }

  /// The vector that the specification's libraries publish.
  static var vectorTest: SelfTestResult {
    let secrets = StandardWebhookSecrets(Secret("whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"))
    let signature = secrets?.sign(
      id: "msg_p5jXN8AQM9LWM0D4loKWxJek", timestamp: "1614265330", body: Data(#"{"test": 2432232314}"#.utf8))
    return SelfTestResult(
      "published signature vector", passed: signature == "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=")
  }
}
