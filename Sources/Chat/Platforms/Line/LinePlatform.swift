package import Answering
package import Foundation
internal import HTTPTypes

/// LINE: conversations with one person, and groups where the bot is mentioned, by the Messaging API.
///
/// https://developers.line.biz/en/reference/messaging-api/
package struct LinePlatform: ChatPlatform {
  package static let kind = "line"

  package static let keys: [SettingKey] = [
    .secret("channel_secret", "the channel's secret, from Basic settings"),
    .secret("channel_access_token", "the channel access token, from Messaging API"),
    .optional("api_url", standard: LineAPI.standard, "base URL of the API"),
  ]

  private static let header = "x-line-signature"

  package let name: String
  package var pace: SendPace { SendPace(perSecond: 1000) }
  private let key: Data
  private let api: LineAPI
  private let random: RandomBytes

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    random = environment.random
    key = Data(try settings.secret("channel_secret", minimum: 16).value.utf8)
    api = LineAPI(
      base: try settings.url("api_url", standard: LineAPI.standard), token: try settings.secret("channel_access_token"))
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["api_url": sink],
      secrets: [
        "channel_secret": Secret(Hex.text(Data(random(16)))),
        "channel_access_token": Secret(Data(random(48)).base64EncodedString()),
      ])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    guard let given = request.header(Self.header), ConstantTime.equal(given, Self.signature(request.body, key: key))
    else { throw .unauthenticated }
  }

  private static func signature(_ body: Data, key: Data) -> String {
    MessageCode.sha256(body, key: key).base64EncodedString()
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    guard let webhook = try JSONBody.decode(LineWebhook.self, from: request.body) else {
      return .ignored(.empty, reason: "another shape")
    }
    // The console's Verify button sends no event.
    guard !webhook.events.elements.isEmpty else { return .handshake(.empty) }
    let events = webhook.events.elements.compactMap { $0.asked(on: name, at: request.receivedAt) }
    return events.isEmpty ? .ignored(.empty, reason: "no question") : .events(events, acknowledgement: .empty)
  }

  // MARK: Out

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    // In a group a press would be talk that does not mention the bot.
    try LineMessages.messages(of: AnswerText(answer), quickReplies: event.destination["to"] == event.user)
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    var texts = try message.content(as: LineMessages.self).messages
    guard !texts.isEmpty else { throw .unusable("the stored message is empty") }
    texts[0].text = context.lateNote(before: message) + texts[0].text
    return try api.request(texts, to: destination, isFirst: message.isFirst, context: context)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    LineAPI.verdict(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] {
    // The example of LINE's own kits.
    let signature = Self.signature(Data("bodybodybodybody".utf8), key: Data("channel_secret".utf8))
    let vector = SelfTestResult(
      "published signature vector", passed: signature == "/gg9a+LvFevTH1sd7XCQycD7tsWclCsInj7MhBHxN7k=")
    return [vector, await roundTrip()]
  }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let event = LineEvent(
      type: "message", mode: "active", timestamp: Int64(now.timeIntervalSince1970 * 1000),
      webhookEventId: "01" + Hex.text(Data(random(12))).uppercased(),
      deliveryContext: LineEvent.Delivery(), replyToken: MessageCode.name(of: "\(user)\n\(now.timeIntervalSince1970)"),
      source: LineEvent.Source(type: "user", userId: user),
      message: LineEvent.Message(type: "text", id: "1", quoteToken: "q", text: question))
    let webhook = LineWebhook(destination: "U" + Hex.text(Data(random(16))), events: LossyList([event]))
    guard let body = try? JSONBody.encode(webhook) else { return nil }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set([(Self.header, Self.signature(body, key: key))])
    return request
  }
}
