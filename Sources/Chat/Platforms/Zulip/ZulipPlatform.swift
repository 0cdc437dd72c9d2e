package import Foundation
internal import HTTPTypes

/// Zulip: an outgoing webhook bot, asked by its mention in a channel or by a direct message.
///
/// Answers are posted with the bot's key and not put into the response, which the server cuts at its limit and nothing confirms.
/// The server sends a message up to four times where we do not answer in time; all copies have the message's id.
///
/// https://zulip.com/api/outgoing-webhooks, https://zulip.com/api/send-message
package struct ZulipPlatform: SharedTokenPlatform {
  package static let kind = "zulip"

  package static let keys: [SettingKey] = [
    .required("server_url", "the organization's URL, such as https://example.zulipchat.com"),
    .required("bot_email", "the bot's email address"),
    .secret("token", "the token in the bot's zuliprc or botserverrc file"),
    .secret("api_key", "the bot's API key"),
    .optional("message_limit", standard: "10000", "characters of a message, 500 to 1000000"),
  ]

  package static let unit = TextUnit.codePoints
  /// Zulip has no backslash escape, but reads entities.
  package static let style = MarkdownStyle([
    "&": "&amp;", "<": "&lt;", "*": "&#42;", "`": "&#96;", "~": "&#126;", "[": "&#91;", "|": "&#124;", "$": "&#36;",
  ])
  /// The server takes an empty body for a failure and tells the channel so.
  package static let acknowledgement = WebhookResponse.json(#"{"response_not_required":true}"#)

  package let name: String
  package let tokens: SharedTokens
  package let limit: Int
  package var pace: SendPace { SendPace(perSecond: 3) }
  private let server: String
  private let email: String
  private let key: Secret

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    server = try settings.url("server_url")
    email = try settings.required("bot_email")
    tokens = SharedTokens([try settings.secret("token", minimum: SharedTokens.minimum)])
    key = try settings.secret("api_key")
    limit = try settings.number("message_limit", standard: 10_000, in: 500...1_000_000)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["server_url": sink, "bot_email": "marrow-bot@zulip.example.org"],
      secrets: ["token": Secret(Hex.text(Data(random(16)))), "api_key": Secret("k" + Hex.text(Data(random(16))))])
  }

  // MARK: In

  package func inbound(_ payload: ZulipPayload, at now: Date) -> Inbound {
    let message = payload.message
    guard message.senderEmail.lowercased() != email.lowercased() else { return Self.ignored("a bot's message") }
    guard let fields = Self.place(of: message) else { return Self.ignored("another shape") }
    guard let text = payload.question else { return Self.ignored("no words") }
    let lane = [fields["to"] ?? "", fields["topic"] ?? ""].joined(separator: "\n")
    let event = InboundEvent(
      id: String(message.id), text: text, conversation: "\(name)\n\(lane)\n\(message.sender)",
      user: String(message.sender), destination: Destination(lane: lane, fields: fields),
      askedAt: Date(timeIntervalSince1970: TimeInterval(message.timestamp)))
    return .events([event], acknowledgement: Self.acknowledgement)
  }

  /// The fields by which a message gets there. All servers know the type "private"; the newer "direct" means the same.
  private static func place(of message: ZulipPayload.Message) -> [String: String]? {
    if message.type == "stream" {
      return message.stream.map { ["type": "stream", "to": String($0), "topic": message.topic ?? ""] }
    }
    let users = (message.recipients?.users ?? []).map(\.id).sorted()
    return users.isEmpty ? nil : ["type": "private", "to": "[" + users.map(String.init).joined(separator: ",") + "]"]
  }

  package func sample(_ question: String, user: String, at now: Date) -> ZulipPayload {
    let sender = Int64(MessageCode.name(of: user).prefix(6), radix: 16) ?? 1
    let message = ZulipPayload.Message(
      id: Int64(now.timeIntervalSince1970 * 1000), sender: sender, senderEmail: "user\(sender)@zulip.example.org",
      type: "private", recipients: ZulipPayload.Recipients(users: [.init(id: 7), .init(id: sender)]),
      timestamp: Int64(now.timeIntervalSince1970))
    return ZulipPayload(token: tokens.first, data: question, botName: "Marrow", message: message)
  }

  // MARK: Out

  package func post(
    _ text: String, to destination: Destination, key: String
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let type = destination["type"], let to = destination["to"] else { throw .nowhere }
    var fields = [("type", type), ("to", to), ("content", text)]
    if let topic = destination["topic"] { fields.append(("topic", topic)) }
    let login = Data("\(email):\(self.key.value)".utf8).base64EncodedString()
    return OutgoingRequest(
      url: server + "/api/v1/messages",
      headers: [.contentType: "application/x-www-form-urlencoded", .authorization: "Basic " + login],
      body: FormBody.encoded(fields))
  }

  private struct Result: Decodable {
    let result: String?
    let id: Int64?
    let code: String?

    private enum CodingKeys: String, CodingKey { case result, id, code }

    init(from decoder: any Decoder) throws {
      let fields = try decoder.container(keyedBy: CodingKeys.self)
      result = try? fields.decode(String.self, forKey: .result)
      id = try? fields.decode(Int64.self, forKey: .id)
      code = try? fields.decode(String.self, forKey: .code)
    }
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let result = try? JSONDecoder().decode(Result.self, from: response.body)
    if response.status == 400, result?.code == "STREAM_DOES_NOT_EXIST" { return .gone("channel not found") }
    guard (200..<300).contains(response.status) else { return StatusReading.verdict(response, at: now) }
    // Something in between may have answered in Zulip's name.
    guard let result else { return .retry(after: nil, reason: "the response is not Zulip's") }
    return result.result == "error" ? .refused("no success") : .delivered(receipt: result.id.map(String.init))
  }
}
