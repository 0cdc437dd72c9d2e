/// A part of a text that Telegram has recognised; offset and length count UTF-16 units.
struct TelegramEntity: Codable {
  let type: String
  let offset: Int
  let length: Int
}
