package import Foundation

/// Mattermost: outgoing webhooks of public channels, and slash commands anywhere.
///
/// An answer to a webhook is a post of a bot account in a thread below the question; one to a command goes to the command's
/// response URL, which needs no account. Neither stands in the response to the request, since nothing confirms that.
///
/// https://developers.mattermost.com/integrate/webhooks/outgoing/, https://developers.mattermost.com/integrate/slash-commands/custom/
package struct MattermostPlatform: SharedTokenPlatform {
  package static let kind = "mattermost"

  package static let keys: [SettingKey] = [
    .required("server_url", "the server's Site URL, such as https://chat.example.org"),
    .secret("webhook_token", required: false, "the outgoing webhook's Token"),
    .secret("command_token", required: false, "the slash command's Token; this or webhook_token must be there"),
    .secret("bot_token", required: false, "the bot account's access token; needed with webhook_token"),
    .optional("bot_username", standard: nil, "the bot account's user name; needed with webhook_token"),
    .optional(
      "command_reply", standard: "ephemeral", "who sees the answer to a slash command: ephemeral or in_channel"),
    .optional("message_limit", standard: "4000", "characters of a post, 500 to 16383: 16383 on all but old databases"),
  ]

  package static let unit = TextUnit.codePoints
  /// A backslash where it is an escape; behind `&`, `<` and the backslash itself a zero-width space, since there it is none.
  package static let style = MarkdownStyle([
    "*": "\\*", "_": "\\_", "~": "\\~", "`": "\\`", "#": "\\#", "[": "\\[", "]": "\\]", "\\": "\\\u{200B}",
    "&": "&\u{200B}", "<": "<\u{200B}",
  ])
  /// A command whose response is empty shows an error.
  package static let acknowledgement = WebhookResponse.json("{}")
  /// How long a response URL is good.
  private static let responseWindow: TimeInterval = 30 * 60

  package let name: String
  package let tokens: SharedTokens
  package let limit: Int
  package var pace: SendPace { SendPace(perSecond: 10) }
  private let server: String
  private let botToken: Secret?
  private let botName: String?
  private let commandReply: String

  package init(settings: PlatformSettings, environment: PlatformEnvironment) throws(SettingsProblem) {
    name = settings.name
    server = try settings.url("server_url")
    let webhook = try settings.optionalSecret("webhook_token", minimum: SharedTokens.minimum)
    let command = try settings.optionalSecret("command_token", minimum: SharedTokens.minimum)
    guard webhook != nil || command != nil else {
      throw settings.problem("webhook_token", "is missing, and so is command_token; set the one you use, or both")
    }
    tokens = SharedTokens([webhook, command].compactMap { $0 })
    botToken = try webhook == nil ? settings.optionalSecret("bot_token") : settings.secret("bot_token")
    // Without it the bot would answer its own posts in a channel whose webhook needs no trigger word.
    botName = try webhook == nil ? settings.options["bot_username"] : settings.required("bot_username")
    commandReply = try settings.choice("command_reply", of: ["ephemeral", "in_channel"])
    limit = try settings.number("message_limit", standard: 4000, in: 500...16_383)
  }

  package static func trial(name: String, sink: String, using random: RandomBytes) -> PlatformSettings {
    PlatformSettings(
      name: name, kind: kind, options: ["server_url": sink, "bot_username": "marrow"],
      secrets: [
        "webhook_token": Secret(Hex.text(Data(random(13)))), "bot_token": Secret("b" + Hex.text(Data(random(13)))),
      ])
  }

  // MARK: In

  package func inbound(_ payload: MattermostPayload, at now: Date) -> Inbound {
    guard payload.userName == nil || payload.userName?.lowercased() != botName?.lowercased() else {
      return Self.ignored("a bot's message")
    }
    if payload.command != nil { return command(payload, at: now) }
    guard let post = payload.post else { return Self.ignored("another shape") }
    guard let text = payload.question else { return Self.ignored("no words") }
    return event(payload, id: post, text: text, fields: ["channel": payload.channel, "thread": post])
  }

  private func command(_ payload: MattermostPayload, at now: Date) -> Inbound {
    guard let trigger = payload.trigger, let url = payload.responseURL else { return Self.ignored("another shape") }
    guard let text = QuestionText.read(payload.text) else {
      let hint = #"{"response_type":"ephemeral","text":"Write your question after the command."}"#
      return .ignored(.json(hint), reason: "no words")
    }
    return event(
      payload, id: "command:" + trigger, text: text, fields: ["response_url": url],
      replyBy: now + Self.responseWindow)
  }

  private func event(
    _ payload: MattermostPayload, id: String, text: String, fields: [String: String], replyBy: Date? = nil
  ) -> Inbound {
    let event = InboundEvent(
      id: id, text: text, conversation: [name, payload.channel, payload.user].joined(separator: "\n"),
      user: payload.user, destination: Destination(lane: payload.channel, fields: fields), replyBy: replyBy)
    return .events([event], acknowledgement: Self.acknowledgement)
  }

  package func sample(_ question: String, user: String, at now: Date) -> MattermostPayload {
    let id = MessageCode.name(of: "\(user)\n\(question)\n\(now.timeIntervalSince1970)")
    return MattermostPayload(
      token: tokens.first, channel: "c" + MessageCode.name(of: name).prefix(25), user: user, userName: "someone",
      text: question, post: String(id.prefix(26)))
  }

  // MARK: Out

  package func post(
    _ text: String, to destination: Destination, key: String
  ) throws(OutgoingFailure) -> OutgoingRequest {
    if let url = destination["response_url"] {
      // It came with a request; an answer must never go where a forged one says.
      guard url.hasPrefix(server + "/") else { throw .unusable("the response URL is not the server's") }
      return try .post(MattermostReply(text: text, responseType: commandReply), to: url)
    }
    guard let channel = destination["channel"], let botToken else { throw .nowhere }
    let post = MattermostPost(
      channel: channel, message: text, root: destination["thread"], pending: MessageCode.name(of: key))
    return try .post(post, to: server + "/api/v4/posts", bearer: botToken)
  }

  private struct Result: Decodable { let id: String? }

  package func interpret(_ response: OutgoingResponse, at now: Date) -> SendVerdict {
    // A channel that was deleted, or a response URL whose time is over.
    if response.status == 404 { return .gone("status 404") }
    let result = try? JSONDecoder().decode(Result.self, from: response.body)
    return StatusReading.verdict(response, at: now, receipt: result?.id)
  }

  package func newPlace(of destination: Destination, after response: OutgoingResponse) -> Destination? {
    // A webhook does not tell the thread of a post, and a post within a thread cannot be a root.
    guard response.status == 400, destination["thread"] != nil,
      let error = try? JSONDecoder().decode(Result.self, from: response.body).id, error.contains("root_id")
    else { return nil }
    return Destination(lane: destination.lane, fields: destination.fields.filter { $0.key != "thread" })
  }
}
