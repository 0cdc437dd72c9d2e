/// Where a message stands.
struct TelegramChat: Codable {
  let id: Int64
  /// "private", "group", "supergroup" or "channel".
  let type: String

  /// True where one person talks with the bot.
  var isPrivate: Bool { type == "private" }
}
