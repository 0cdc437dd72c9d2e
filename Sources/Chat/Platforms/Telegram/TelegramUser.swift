/// A person or a bot.
struct TelegramUser: Codable {
  let id: Int64
  let isBot: Bool
  /// Required by Telegram's own form; not read.
  var firstName: String?

  private enum CodingKeys: String, CodingKey {
    case id
    case isBot = "is_bot"
    case firstName = "first_name"
  }
}
