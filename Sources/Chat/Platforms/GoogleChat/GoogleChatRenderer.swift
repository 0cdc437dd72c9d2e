/// Makes messages of an answer: text, and offers as buttons of a card.
struct GoogleChatRenderer: Sendable {
  /// UTF-16 units that a text may have.
  let limit: Int
  /// What buttons call.
  let function: String
  private let style = GoogleChatStyle()

  /// The messages, in order.
  func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let splitter = TextSplitter(limit: limit - LateNote.room, unit: .utf16, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(message(lines), index: index, count: parts.count)
    }
  }

  /// A message; its offers become buttons and leave the text, if there is other text.
  private func message(_ lines: [TextLine]) -> GoogleChatMessage {
    let offers = lines.filter { if case .offer = $0.role { true } else { false } }.map(\.text)
    let words = lines.filter { if case .offer = $0.role { false } else { true } }
    guard !offers.isEmpty, offers.count <= GoogleChatCard.limit, !words.isEmpty else {
      return GoogleChatMessage(text: style.written(lines))
    }
    return GoogleChatMessage(text: style.written(words), cardsV2: [GoogleChatCard(offers, function: function)])
  }
}
