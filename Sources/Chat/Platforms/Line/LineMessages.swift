internal import Answering
internal import Foundation

/// Messages of text that go out by one request; what is stored. https://developers.line.biz/en/reference/messaging-api/#text-message
struct LineMessages: Codable {
  /// UTF-16 units of a text.
  static let limit = 5000
  /// Messages of one request.
  static let most = 5

  var messages: [Text]

  struct Text: Codable {
    var type = "text"
    var text: String
    var quickReply: QuickReplies?
  }

  /// Buttons above the keyboard, on telephones only; they go away with the next message. The offers stand in the text too.
  struct QuickReplies: Codable { let items: [Item] }

  struct Item: Codable {
    var type = "action"
    let action: Action
  }

  /// What a press says in the name of who pressed.
  struct Action: Codable {
    var type = "message"
    let label: String
    let text: String
  }

  /// An answer's messages, as many a request as there may be.
  static func messages(of answer: AnswerText, quickReplies: Bool) throws -> [ChatMessage] {
    let style = PlainStyle { $0.withoutControls }
    let splitter = TextSplitter(limit: limit - LateNote.room, unit: .utf16, style: style)
    var texts = splitter.split(answer, numberingOffers: true).map { Text(text: style.written($0)) }
    if quickReplies, !answer.offers.isEmpty, !texts.isEmpty {
      texts[texts.count - 1].quickReply = QuickReplies(items: items(answer.offers))
    }
    let groups = stride(from: 0, to: texts.count, by: most).map { Array(texts[$0..<min($0 + most, texts.count)]) }
    return try groups.enumerated().map {
      try ChatMessage(LineMessages(messages: $1), index: $0, count: groups.count)
    }
  }

  /// LINE takes 13 of them, with labels of 20 characters.
  private static func items(_ offers: [Offer]) -> [Item] {
    offers.prefix(13).enumerated().map { index, offer in
      let title = offer.title.withoutControls
      return Item(
        action: Action(
          label: TextSplitter.shortened("\(index + 1). \(title)", to: 20, unit: .utf16),
          text: TextSplitter.shortened(title, to: 300, unit: .utf16)))
    }
  }
}
