/// What Telegram posts, as far as it is read: https://core.telegram.org/bots/api#update
struct TelegramUpdate: Codable {
  let id: Int64
  var message: TelegramMessage?
  var press: TelegramPress?

  private enum CodingKeys: String, CodingKey {
    case message
    case id = "update_id"
    case press = "callback_query"
  }
}
