package import Answering
package import Foundation
internal import HTTPTypes

/// Slack: mentions and direct messages by the Events API, a slash command, and buttons.
///
/// Copies of one message are told by team, channel and time stamp, not by event id or retry header: several events can tell
/// of one message, and a retry may be the first copy that gets through. So no retry is skipped, and `X-Slack-No-Retry` is set
/// only where a request is Slack's own and cannot be read, which no retry mends.
///
/// https://docs.slack.dev/apis/events-api, https://docs.slack.dev/authentication/verifying-requests-from-slack
package struct SlackPlatform: ChatPlatform {
  package static let kind = "slack"

  package static let keys: [SettingKey] = [
    .secret("signing_secret", "the app's Signing Secret, from Basic Information, App Credentials"),
    .secret("bot_token", "the app's Bot User OAuth Token, xoxb-..., from OAuth & Permissions"),
    .optional("bot_user_id", standard: nil, "the bot's own user id, U...; messages by it are passed over"),
    .optional(
      "command_reply", standard: "ephemeral", "who sees the answer to a slash command: ephemeral or in_channel"),
    .optional("api_url", standard: SlackAPI.standard, "base URL of the Web API"),
  ]

  package let name: String
  package var rendersAlike: Bool { true }
  package var pace: SendPace { SendPace(laneInterval: .seconds(1)) }
  private let signature: SlackSignature
  private let reader: SlackReader
  private let api: SlackAPI

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    signature = SlackSignature(secret: try settings.secret("signing_secret", minimum: 16))
    api = SlackAPI(
      base: try settings.url("api_url", standard: SlackAPI.standard), token: try settings.secret("bot_token"),
      commandReply: try settings.choice("command_reply", of: ["ephemeral", "in_channel"]))
    reader = SlackReader(platform: settings.name, ownUser: settings.options["bot_user_id"])
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["api_url": sink + "/api"],
      secrets: [
        "signing_secret": Secret(Hex.text(Data(random(16)))), "bot_token": Secret("xoxb-" + Hex.text(Data(random(16)))),
      ])
  }

  package func verify(_ request: WebhookRequest, at now: Date) async throws(WebhookRefusal) {
    try request.expectPost()
    try signature.verify(request, at: now)
  }

  package func read(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    if request.hasContentType("application/json") { return try reader.event(request) }
    guard request.hasContentType("application/x-www-form-urlencoded") else { throw .unsupportedMediaType }
    return try reader.form(FormBody(request.body), at: request.receivedAt)
  }

  package func response(to refusal: WebhookRefusal) -> WebhookResponse {
    var response = WebhookResponse(refusal)
    switch refusal {
    case .malformed, .unsupportedMediaType: response.headers.set([("x-slack-no-retry", "1")])
    default: break
    }
    return response
  }

  package func render(_ answer: Answer, for event: InboundEvent) throws -> [ChatMessage] {
    SlackRenderer().messages(AnswerText(answer))
  }

  package func outgoing(
    _ message: ChatMessage, to destination: Destination, context: SendContext
  ) async throws(OutgoingFailure) -> OutgoingRequest {
    guard var content = try? JSONDecoder().decode(SlackMessage.self, from: message.payload) else {
      throw .unusable("the stored message cannot be read")
    }
    if let lateSince = context.lateSince, message.isFirst { content.prepend(LateNote.text(askedAt: lateSince)) }
    return try api.request(content, to: destination)
  }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    SlackVerdict.read(response, at: now)
  }

  package func plain(_ message: ChatMessage) -> ChatMessage? {
    guard var content = try? JSONDecoder().decode(SlackMessage.self, from: message.payload), content.blocks != nil
    else { return nil }
    content.blocks = nil
    return try? ChatMessage(content, index: message.index, count: message.count)
  }

  package func selfTest() async -> [SelfTestResult] { [SlackSignature.vectorTest, await roundTrip()] }

  package func simulated(question: String, user: String, at now: Date) -> WebhookRequest? {
    guard let body = try? JSONBody.encode(SlackEnvelope.simulated(question, user: user, at: now)) else { return nil }
    var request = WebhookRequest(headers: [.contentType: "application/json"], body: body, receivedAt: now)
    request.set(signature.headers(for: body, at: now))
    return request
  }
}
