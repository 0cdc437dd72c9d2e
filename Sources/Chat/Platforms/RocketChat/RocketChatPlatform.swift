package import Foundation
internal import HTTPTypes

/// Rocket.Chat: an outgoing integration for messages sent, in channels and direct messages.
///
/// Answers are posted by the REST API, in a thread below the question but in direct messages. They do not stand in the response,
/// since nothing confirms that, and since the server sends nothing but the first message of it.
///
/// https://docs.rocket.chat/docs/integrations, https://developer.rocket.chat/apidocs/post-message
package struct RocketChatPlatform: SharedTokenPlatform {
  package static let kind = "rocketchat"

  package static let keys: [SettingKey] = [
    .required("server_url", "the server's Site URL, such as https://chat.example.org"),
    .required("user_id", "the bot user's id, shown with its personal access token"),
    .secret("token", "the integration's Token"),
    .secret("auth_token", "the bot user's personal access token"),
    .optional(
      "message_limit", standard: "5000",
      "characters of a message, 500 to 1000000: the server's Maximum Allowed Characters Per Message"),
  ]

  package static let unit = TextUnit.utf16
  /// Rocket.Chat has no escape, and nothing within a pair of marks keeps the pair from counting, so those marks give way to signs
  /// that look the same.
  package static let style = MarkdownStyle([
    "*": "\u{2217}", "_": "\u{FF3F}", "~": "\u{223C}", "`": "\u{02CB}", "|": "\u{2223}", "$": "\u{FF04}",
    "]": "]\u{200B}", "#": "#\u{200B}", "<": "<\u{200B}", "\\": "\\\u{200B}",
  ])
  /// The server takes an empty body for a failure, and status 410 for a wish to be left alone for good.
  package static let acknowledgement = WebhookResponse.json("{}")

  package let name: String
  package let tokens: SharedTokens
  package let limit: Int
  package var pace: SendPace { SendPace(perSecond: 5) }
  private let server: String
  private let user: String
  private let authToken: Secret

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    server = try settings.url("server_url")
    user = try settings.required("user_id")
    tokens = SharedTokens([try settings.secret("token", minimum: SharedTokens.minimum)])
    authToken = try settings.secret("auth_token")
    limit = try settings.number("message_limit", standard: 5000, in: 500...1_000_000)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["server_url": sink, "user_id": "marrowmarrowmarro"],
      secrets: ["token": Secret(Hex.text(Data(random(12)))), "auth_token": Secret("a" + Hex.text(Data(random(21))))])
  }

  // MARK: In

  package func inbound(_ payload: RocketChatPayload, at now: Date) -> Inbound {
    guard payload.isBot != true, payload.user != user else { return Self.ignored("a bot's message") }
    guard payload.isEdited != true else { return Self.ignored("an edit") }
    guard let text = payload.question else { return Self.ignored("no words") }
    var fields = ["room": payload.room]
    fields["thread"] = payload.thread ?? (payload.roomName == nil ? nil : payload.message)
    let event = InboundEvent(
      id: payload.message, text: text,
      conversation: [name, payload.room, payload.thread ?? "", payload.user].joined(separator: "\n"),
      user: payload.user, destination: Destination(lane: payload.room, fields: fields), askedAt: payload.time)
    return .events([event], acknowledgement: Self.acknowledgement)
  }

  package func sample(_ question: String, user: String, at now: Date) -> RocketChatPayload {
    let id = MessageCode.name(of: "\(user)\n\(question)\n\(now.timeIntervalSince1970)")
    return RocketChatPayload(
      token: tokens.first, isBot: false, room: String(MessageCode.name(of: name).prefix(17)), roomName: "ward",
      message: String(id.prefix(17)),
      timestamp: now.formatted(Date.ISO8601FormatStyle(includingFractionalSeconds: true)),
      user: user, text: question)
  }

  // MARK: Out

  private struct Post: Encodable {
    let roomId: String
    let text: String
    let tmid: String?
    let parseUrls = false
  }

  package func post(
    _ text: String, to destination: Destination, key: String
  ) throws(OutgoingFailure) -> OutgoingRequest {
    guard let room = destination["room"] else { throw .nowhere }
    let post = Post(roomId: room, text: text, tmid: destination["thread"])
    var request = try OutgoingRequest.post(post, to: server + "/api/v1/chat.postMessage")
    request.set([("x-auth-token", authToken.value), ("x-user-id", user)])
    return request
  }

  private struct Result: Decodable {
    let success: Bool?
    let errorType: String?
    let message: Message?

    struct Message: Decodable { let _id: String? }
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    let result = try? JSONDecoder().decode(Result.self, from: response.body)
    if response.status == 429 || result?.errorType == "error-too-many-requests" {
      return .retry(after: RetryAfter.read(response, at: now), reason: "status 429")
    }
    if let error = result?.errorType, Self.lost.contains(error) { return .gone(error) }
    guard (200..<300).contains(response.status) else { return StatusReading.verdict(response, at: now) }
    guard let result else { return .retry(after: nil, reason: "the response is not Rocket.Chat's") }
    return result.success == false ? .refused("no success") : .delivered(receipt: result.message?._id)
  }

  /// Errors that say that nothing can be posted there any more.
  private static let lost: Set<String> = ["error-invalid-room", "error-room-not-found", "error-room-archived"]
}
