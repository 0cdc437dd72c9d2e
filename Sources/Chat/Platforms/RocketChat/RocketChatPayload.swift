internal import Foundation

/// What an outgoing integration posts for a message.
package struct RocketChatPayload: Codable, Sendable {
  let token: String
  /// True where an integration wrote the message.
  var isBot: Bool?
  var triggerWord: String?
  let room: String
  /// Absent in direct messages.
  var roomName: String?
  let message: String
  var timestamp: String?
  let user: String
  var text: String?
  var isEdited: Bool?
  /// The thread in which it stands.
  var thread: String?

  private enum CodingKeys: String, CodingKey {
    case token, timestamp, text, isEdited
    case isBot = "bot"
    case triggerWord = "trigger_word"
    case room = "channel_id"
    case roomName = "channel_name"
    case message = "message_id"
    case user = "user_id"
    case thread = "tmid"
  }

  /// When it was written.
  var time: Date? {
    timestamp.flatMap { try? Date($0, strategy: Date.ISO8601FormatStyle(includingFractionalSeconds: true)) }
  }

  /// The text without the word that called for the integration.
  var question: String? { QuestionText.read(text, behind: triggerWord) }
}
