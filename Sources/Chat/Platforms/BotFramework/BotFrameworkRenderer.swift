/// Makes messages of an answer: plain text, and offers as buttons of a card.
struct BotFrameworkRenderer: Sendable {
  /// Bytes that a text may have within JSON.
  let limit: Int

  /// Activities say that their text is plain, so that no channel looks for mark-up in it. Channels that make mentions or commands
  /// of `@name` and `<!name>` by themselves find those broken.
  private let style = PlainStyle { $0.withoutControls.breakingMentions.breakingBehind(["<"]) }

  /// The messages, in order.
  func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let splitter = TextSplitter(limit: limit - LateNote.room, unit: .jsonBytes, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(content(lines), index: index, count: parts.count)
    }
  }

  /// A message; its offers become buttons and leave the text, if there is other text.
  private func content(_ lines: [TextLine]) -> BotFrameworkContent {
    let offers = lines.filter { if case .offer = $0.role { true } else { false } }.map(\.text)
    let words = lines.filter { if case .offer = $0.role { false } else { true } }
    guard !offers.isEmpty, offers.count <= BotFrameworkContent.buttonLimit, !words.isEmpty else {
      return BotFrameworkContent(text: style.written(lines))
    }
    return BotFrameworkContent(text: style.written(words), attachments: [BotFrameworkContent.card(offers)])
  }
}
