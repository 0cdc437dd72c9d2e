internal import Foundation

/// A message in a chat: https://core.telegram.org/bots/api#message
struct TelegramMessage: Codable {
  let id: Int64
  let chat: TelegramChat
  /// Unix seconds; 0 where the message can no longer be read.
  let date: Int64
  var from: TelegramUser?
  var viaBot: TelegramUser?
  var text: String?
  var entities: [TelegramEntity]?
  var thread: Int64?
  /// True where the thread is a topic; in other groups the same field marks a chain of replies, to which nothing can be sent.
  var isTopicMessage: Bool?
  var repliedTo: RepliedTo?
  var keyboard: TelegramKeyboard?

  private enum CodingKeys: String, CodingKey {
    case chat, date, from, text, entities
    case id = "message_id"
    case viaBot = "via_bot"
    case thread = "message_thread_id"
    case isTopicMessage = "is_topic_message"
    case repliedTo = "reply_to_message"
    case keyboard = "reply_markup"
  }

  /// The message that this one replies to.
  struct RepliedTo: Codable {
    var from: TelegramUser?
  }

  /// The topic that it stands in.
  var topic: Int64? { isTopicMessage == true ? thread : nil }

  /// When it was written.
  var time: Date? { date > 0 ? Date(timeIntervalSince1970: TimeInterval(date)) : nil }
}
