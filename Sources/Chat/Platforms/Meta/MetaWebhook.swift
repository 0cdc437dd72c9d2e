internal import Foundation
internal import HTTPTypes

/// What the webhooks of all of Meta's products share: the handshake, and a signature over the body by the app's secret.
///
/// https://developers.facebook.com/docs/graph-api/webhooks/getting-started
struct MetaWebhook: Sendable {
  static let keys: [SettingKey] = [
    .secret("app_secret", "the app's App secret, from App settings, Basic; signs what Meta posts"),
    .secret("verify_token", "any word of your own, 16 characters or more, pasted as Verify token with the URL"),
  ]

  /// How long after a person's message free words may be sent to him.
  static let window: TimeInterval = 24 * 3600
  /// Meta posts again for seven days what was not acknowledged.
  static let memory = Duration.seconds(8 * 24 * 3600)

  /// Meta posts up to 3 MB at once, and posts it for days if it is refused.
  static let largestBody = 3 * 1024 * 1024

  private static let header = "x-hub-signature-256"
  private let key: Data
  private let token: Secret

  init(_ settings: PlatformSettings) throws(SettingsProblem) {
    key = Data(try settings.secret("app_secret", minimum: 16).value.utf8)
    token = try settings.secret("verify_token", minimum: 16)
  }

  /// Fresh secrets for a trial.
  static func trialSecrets(using random: RandomBytes) -> [String: Secret] {
    [
      "app_secret": Secret(Hex.text(Data(random(16)))), "verify_token": Secret(Hex.text(Data(random(17)))),
      "access_token": Secret(Hex.text(Data(random(24)))),
    ]
  }

  /// Accepts a handshake with our word, and a post with Meta's signature.
  func verify(_ request: WebhookRequest) throws(WebhookRefusal) {
    if request.method == .get, ["", "/"].contains(request.path) {
      let given = request.query["hub.verify_token"]
      guard let given, ConstantTime.equal(given, token.value) else { throw .forbidden }
      return
    }
    try request.expectPost()
    guard let given = request.header(Self.header), ConstantTime.equal(given, signature(request.body)) else {
      throw .unauthenticated
    }
  }

  /// What a verified request is: a handshake, or a post to be read by `read` as JSON of this type.
  func read<Batch: Decodable>(
    _ request: WebhookRequest, as type: Batch.Type, _ read: (Batch) -> [InboundEvent]
  ) throws(WebhookRefusal) -> Inbound {
    if request.method == .get { return try Self.handshake(request.query) }
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    guard let batch = try JSONBody.decode(type, from: request.body) else {
      return .ignored(.empty, reason: "another shape")
    }
    let events = read(batch)
    // Receipts, reactions and the like: with an error Meta would post them again for days.
    return events.isEmpty ? .ignored(.empty, reason: "no question") : .events(events, acknowledgement: .empty)
  }

  private static func handshake(_ query: FormBody) throws(WebhookRefusal) -> Inbound {
    guard query["hub.mode"] == "subscribe", let challenge = query["hub.challenge"], challenge.utf8.count <= 1024 else {
      throw .malformed("hub.mode or hub.challenge")
    }
    return .handshake(WebhookResponse(contentType: "text/plain; charset=utf-8", body: challenge))
  }

  /// A post as Meta signs it; nil where it cannot be written.
  func signed(_ body: some Encodable, at now: Date) -> WebhookRequest? {
    guard let body = try? JSONBody.encode(body) else { return nil }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set([(Self.header, signature(body))])
    return request
  }

  private func signature(_ body: Data) -> String { "sha256=" + Hex.text(MessageCode.sha256(body, key: key)) }
}
