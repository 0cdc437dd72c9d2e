/// Where in Telegram a question was asked, and by whom.
struct TelegramPlace {
  let platform: String
  let message: TelegramMessage
  let user: TelegramUser

  /// Bot, chat, topic and user.
  var conversation: String {
    [platform, String(message.chat.id), message.topic.map(String.init) ?? "", String(user.id)].joined(separator: "\n")
  }

  /// The chat and topic; `id` is the message that the answer quotes.
  func destination(replyingTo id: Int64?) -> Destination {
    var fields = ["chat": String(message.chat.id)]
    fields["topic"] = message.topic.map(String.init)
    fields["message"] = id.map(String.init)
    return Destination(lane: String(message.chat.id), fields: fields)
  }
}
