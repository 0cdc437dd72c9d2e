internal import Foundation

/// Reads what Slack posts, once it is known to be Slack's.
struct SlackReader: Sendable {
  /// The configured name of the platform.
  let platform: String
  /// The bot's own user id, where it is configured.
  let ownUser: String?

  /// How long Slack takes answers at a response URL.
  private static let responseWindow: TimeInterval = 30 * 60
  /// Subtypes of messages that people write; all others are edits, joins and the like, or bots.
  private static let ownWords: Set<String> = ["file_share", "thread_broadcast"]

  // MARK: Events

  /// A post of the Events API.
  func event(_ request: WebhookRequest) throws(WebhookRefusal) -> Inbound {
    guard let envelope = try JSONBody.decode(SlackEnvelope.self, from: request.body) else {
      return .ignored(.empty, reason: "another shape")
    }
    switch envelope.type {
    case "url_verification": return try Self.challenge(envelope)
    case "event_callback": return message(envelope)
    case "app_rate_limited": return .ignored(.empty, reason: "rate limited")
    default: return .ignored(.empty, reason: "another type")
    }
  }

  private static func challenge(_ envelope: SlackEnvelope) throws(WebhookRefusal) -> Inbound {
    guard let challenge = envelope.challenge, let body = try? JSONBody.encode(["challenge": challenge]) else {
      throw .malformed("challenge is missing")
    }
    return .handshake(.json(body))
  }

  private func message(_ envelope: SlackEnvelope) -> Inbound {
    guard let event = envelope.event, let channel = event.channel, let time = event.timestamp, let user = event.user
    else { return .ignored(.empty, reason: "no message") }
    guard event.type == "app_mention" || (event.type == "message" && event.channelType == "im") else {
      return .ignored(.empty, reason: "not for the bot")
    }
    guard event.subtype.map(Self.ownWords.contains) ?? true else { return .ignored(.empty, reason: "subtype") }
    let own = [ownUser] + (envelope.authorizations ?? []).map { $0.isBot == true ? $0.user : nil }
    guard event.bot == nil, !own.contains(user) else { return .ignored(.empty, reason: "a bot's message") }
    guard let text = QuestionText.read(SlackText.plain(event.text ?? "")) else {
      return .ignored(.empty, reason: "no words")
    }
    // In a channel the answer opens a thread, and what follows there is the same conversation; a direct message opens none.
    let thread = event.thread ?? (event.channelType == "im" ? nil : time)
    let place = SlackPlace(platform: platform, team: envelope.team ?? "", channel: channel, thread: thread, user: user)
    return place.events(id: [channel, time], text: text)
  }

  // MARK: Forms

  /// A slash command, a pressed button or a check of the certificate.
  func form(_ form: FormBody, at now: Date) throws(WebhookRefusal) -> Inbound {
    if let payload = form["payload"] { return try interaction(Data(payload.utf8), at: now) }
    if form["ssl_check"] == "1" { return .handshake(.empty) }
    return command(form, at: now)
  }

  private func command(_ form: FormBody, at now: Date) -> Inbound {
    guard form["command"] != nil, let user = form["user_id"], let channel = form["channel_id"],
      let trigger = form["trigger_id"], let url = form["response_url"]
    else { return .ignored(.empty, reason: "another form") }
    guard let text = QuestionText.read(SlackText.plain(form["text"] ?? "")) else {
      let hint = #"{"response_type":"ephemeral","text":"Write your question after the command."}"#
      return .ignored(.json(hint), reason: "no words")
    }
    let place = SlackPlace(
      platform: platform, team: form["team_id"] ?? "", channel: channel, thread: nil, user: user, responseURL: url)
    return place.events(id: ["command", trigger], text: text, replyBy: now + Self.responseWindow)
  }

  private func interaction(_ payload: Data, at now: Date) throws(WebhookRefusal) -> Inbound {
    guard let press = try JSONBody.decode(SlackInteraction.self, from: payload), press.type == "block_actions",
      let action = press.actions?.first, action.id?.hasPrefix(SlackBlock.offerPrefix) == true,
      let text = QuestionText.read(action.value), let user = press.user?.id, let channel = press.channel?.id
    else { return .ignored(.empty, reason: "another interaction") }
    // A message that only one user sees can be answered at its response URL alone.
    let url = press.container?.isEphemeral == true ? press.responseURL : nil
    let place = SlackPlace(
      platform: platform, team: press.team?.id ?? "", channel: channel, thread: press.message?.thread, user: user,
      responseURL: url)
    return place.events(
      id: ["button", channel, press.container?.timestamp ?? "", action.timestamp ?? "", user], text: text,
      replyBy: url.map { _ in now + Self.responseWindow })
  }
}
