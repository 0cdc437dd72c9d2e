import Chat
import Foundation

/// A Bot Framework message, stored or sent.
struct BotFrameworkPayload: Decodable {
  let text: String
  let type: String?
  let textFormat: String?
  let attachments: [Attachment]?
  let from: Account?
  let recipient: Account?
  let replyToId: String?

  struct Account: Decodable { let id: String }

  struct Attachment: Decodable {
    let contentType: String
    let content: Card
  }

  struct Card: Decodable { let buttons: [Button] }

  struct Button: Decodable {
    let type: String
    let title: String
    let value: String
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }
  init(_ request: OutgoingRequest) throws { self = try JSONDecoder().decode(Self.self, from: request.body) }

  /// All buttons.
  var buttons: [Button] { (attachments ?? []).flatMap(\.content.buttons) }

  /// True where a channel that makes mentions of plain text by itself would find one, or a tag. Mark-up is no concern: the text is
  /// sent as plain.
  static func isActive(_ text: String) -> Bool {
    text.contains(/<[A-Za-z@!#\/]/) || text.contains(/(^|[^A-Za-z0-9.])[@\uFF20](all|channel|everyone|here|room|user)/)
  }
}
