/// What an outgoing webhook posts: https://zulip.com/api/outgoing-webhooks
package struct ZulipPayload: Codable, Sendable {
  let token: String
  /// The text, with the bot's mention in it.
  let data: String
  var botName: String?
  let message: Message

  private enum CodingKeys: String, CodingKey {
    case token, data, message
    case botName = "bot_full_name"
  }

  /// The message as the server keeps it.
  struct Message: Codable {
    let id: Int64
    let sender: Int64
    let senderEmail: String
    /// "stream", or "private" for direct messages.
    let type: String
    var stream: Int64?
    var topic: String?
    var recipients: Recipients?
    let timestamp: Int64

    private enum CodingKeys: String, CodingKey {
      case id, type, timestamp
      case sender = "sender_id"
      case senderEmail = "sender_email"
      case stream = "stream_id"
      case topic = "subject"
      case recipients = "display_recipient"
    }
  }

  /// The users of a direct conversation, the bot among them; for a channel only its name stands there.
  struct Recipients: Codable {
    var users: [User]

    struct User: Codable { let id: Int64 }

    init(users: [User]) { self.users = users }

    init(from decoder: any Decoder) throws {
      users = (try? decoder.singleValueContainer().decode([User].self)) ?? []
    }

    func encode(to encoder: any Encoder) throws {
      var container = encoder.singleValueContainer()
      try container.encode(users)
    }
  }

  /// The text without mentions of the bot, `@**Name**` or `@**Name|7**`.
  var question: String? {
    guard let botName else { return QuestionText.read(data) }
    var text = data.replacingLiteral("@**\(botName)**", with: "")
    while let start = text.firstRange(of: "@**\(botName)|"), let end = text[start.upperBound...].firstRange(of: "**") {
      text.removeSubrange(start.lowerBound..<end.upperBound)
    }
    return QuestionText.read(String(text.drop { $0.isWhitespace || $0 == "," || $0 == ":" }))
  }
}
