package import Answering
package import Foundation
internal import HTTPTypes

/// Microsoft Teams by an outgoing webhook: mentions in the channels of one team, answered in the response and nowhere else.
///
/// https://learn.microsoft.com/microsoftteams/platform/webhooks-and-connectors/how-to/add-outgoing-webhook
package struct TeamsPlatform: ChatPlatform {
  package static let kind = "teams"

  package static let keys: [SettingKey] = [
    .secret("security_token", "the token that Teams shows once when the webhook is made: base64"),
    .optional("limit_bytes", standard: "20000", "bytes of a message, 4000 to 28000; Microsoft documents no limit"),
  ]

  private static let header = "authorization"
  private static let cutNote = TextLine(
    "The answer is longer, but there is no room for more in one message.", role: .notice)

  package let name: String
  package var rendersAlike: Bool { true }
  private let key: Data
  private let limit: Int

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    let token = try settings.secret("security_token").value
    guard let key = Data(base64Encoded: token), key.count >= 16 else {
      throw settings.problem("security_token", "must be the base64 that Teams shows, of at least 16 bytes")
    }
    self.key = key
    limit = try settings.number("limit_bytes", standard: 20_000, in: 4000...28_000)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    let token = Secret(Data(random(32)).base64EncodedString())
    return PlatformSettings(name: name, kind: kind, secrets: ["security_token": token])
  }

  // MARK: In

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    guard let given = request.header(Self.header), ConstantTime.equal(given, signature(request.body)) else {
      throw .unauthenticated
    }
  }

  private func signature(_ body: Data) -> String {
    "HMAC " + MessageCode.sha256(body, key: key).base64EncodedString()
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard request.hasContentType("application/json") else { throw .unsupportedMediaType }
    guard let activity = try JSONBody.decode(TeamsActivity.self, from: request.body), activity.type == "message",
      let id = activity.id, let user = activity.from?.id, let place = activity.conversation?.id
    else { return .ignored(TeamsReply.silence, reason: "no message") }
    guard activity.from?.role != "bot" else { return .ignored(TeamsReply.silence, reason: "a bot's message") }
    guard let text = QuestionText.read(TeamsText.plain(activity.text ?? "")) else {
      return .ignored(TeamsReply.hint, reason: "no words")
    }
    let event = InboundEvent(
      id: "\(place):\(id)", text: text, conversation: [name, place, user].joined(separator: "\n"), user: user,
      destination: Destination(lane: place, fields: [:]), answers: .synchronously)
    return .events([event], acknowledgement: TeamsReply.repeated)
  }

  // MARK: Out

  /// One message, always: what there is no room for is left out before the source and the disclaimer, and the reader is told.
  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    let text = AnswerText(answer)
    let ending = text.closing + text.numberedOffers
    var lines = text.body + ending
    let style = TeamsStyle()
    let unit = TextUnit.jsonBytes
    if unit.count(style.written(lines)) > limit {
      // The ending itself is some sentences; more than half of the message it never has.
      let rest = [Self.cutNote] + ending
      let room = limit - unit.count(style.written(rest)) - unit.count("\n\n")
      lines = (TextSplitter(limit: room, unit: unit, style: style).split(text.body).first ?? []) + rest
    }
    return [try ChatMessage(TextMessage(text: style.written(lines)))]
  }

  package func synchronousResponse(_ messages: [ChatMessage], to event: InboundEvent) -> WebhookResponse? {
    guard let content = try? messages.first?.content(as: TextMessage.self) else { return nil }
    return TeamsReply(text: content.text).response
  }

  /// There is no way to send anything later.
  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    throw .unusable("an outgoing webhook of Teams is answered in the response only")
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    StatusReading.verdict(response, at: now)
  }

  // MARK: Trying out

  package func selfTest() async -> [SelfTestResult] { [MessageCode.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    let activity = TeamsActivity(
      type: "message", id: String(Int64(now.timeIntervalSince1970 * 1000)),
      text: "<at>Marrow</at> " + question.escapingMarkup, from: TeamsActivity.Account(id: "29:" + user),
      conversation: TeamsActivity.Conversation(id: "19:simulate@thread.tacv2"))
    guard let body = try? JSONBody.encode(activity) else { return nil }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set([(Self.header, signature(body))])
    return request
  }
}
