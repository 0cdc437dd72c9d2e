internal import Foundation
internal import HTTPTypes

/// What platforms that come with signed tokens have in common when they are tried out.
extension ChatPlatform {
  /// The key that lets simulated requests in.
  static var signingKey: SettingKey {
    .secret(
      "signing_key", required: false,
      "for trying out only: an RSA key in PEM whose tokens are accepted and no others; answers go without a token")
  }

  /// The signer that ``signingKey`` names; nil where it is left out.
  ///
  /// - Throws: ``SettingsProblem`` where it is no such key.
  static func signer(_ settings: PlatformSettings) throws(SettingsProblem) -> TokenSigner? {
    guard let key = try settings.optionalSecret(signingKey.name) else { return nil }
    guard let signer = TokenSigner(key) else {
      throw settings.problem(signingKey.name, "is no RSA key of 2,048 bits or more in PEM; leave it out but for trials")
    }
    return signer
  }

  /// A post of this JSON with this token.
  func request(_ body: some Encodable, token: String?, at now: Date) -> WebhookRequest? {
    guard let token, let body = try? JSONBody.encode(body) else { return nil }
    return WebhookRequest(
      headers: [.contentType: "application/json", .authorization: "Bearer " + token], body: body, receivedAt: now)
  }

  /// The signature code against a published vector; and the platform's own token, fresh and long over, where it can sign one.
  func tokenTests() async -> [SelfTestResult] {
    let vector = await TokenVerifier.vectorTest()
    let now = Date(timeIntervalSince1970: 1_700_000_000)
    guard let request = simulated(question: "What is leukemia?", user: "U1", at: now) else { return [vector] }
    let acceptsOwn = await accepts(request, at: now)
    let acceptsOld = await accepts(request, at: now + 86_400)
    return [vector, SelfTestResult("own token accepted, an old one refused", passed: acceptsOwn && !acceptsOld)]
  }
}
