/// A message to a person; stored without him: https://developers.facebook.com/docs/messenger-platform/reference/send-api
struct MessengerPost: Codable {
  /// Code points of a text, and of a quick reply's title and payload.
  static let limit = 2000
  private static let titleLimit = 20
  private static let payloadLimit = 1000
  private static let replyCount = 13

  var recipient: MessengerBatch.Person?
  var type = "RESPONSE"
  var message: Message

  private enum CodingKeys: String, CodingKey {
    case recipient, message
    case type = "messaging_type"
  }

  struct Message: Codable {
    var text: String
    var replies: [Reply]?

    private enum CodingKeys: String, CodingKey {
      case text
      case replies = "quick_replies"
    }
  }

  struct Reply: Codable {
    var type = "text"
    let title: String
    let payload: String

    private enum CodingKeys: String, CodingKey {
      case title, payload
      case type = "content_type"
    }
  }

  /// A text, with a quick reply for each title. There is little room on one, so the numbered titles stand in the text as well.
  init(text: String, offering titles: [String]) {
    let replies = titles.prefix(Self.replyCount).enumerated().map { index, title in
      Reply(
        title: TextSplitter.shortened("\(index + 1). \(title.withoutControls)", to: Self.titleLimit, unit: .codePoints),
        payload: TextSplitter.shortened(title, to: Self.payloadLimit, unit: .codePoints))
    }
    message = Message(text: text, replies: replies.isEmpty ? nil : replies)
  }
}
