/// A pressed button under one of our messages: https://core.telegram.org/bots/api#callbackquery
struct TelegramPress: Codable {
  let id: String
  let from: TelegramUser
  /// Our message; of an old one only its chat and id are left.
  var message: TelegramMessage?
  var data: String?
}
