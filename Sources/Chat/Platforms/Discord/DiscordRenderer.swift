/// Makes messages of an answer: text, and offers as buttons.
struct DiscordRenderer {
  private let style = DiscordStyle()

  /// The messages, in order.
  func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let splitter = TextSplitter(limit: DiscordContent.limit - LateNote.room, unit: .utf16, style: style)
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(content(lines), index: index, count: parts.count)
    }
  }

  /// A message; its offers become buttons and leave the text, if there is other text.
  private func content(_ lines: [TextLine]) -> DiscordContent {
    let offers = lines.compactMap { line -> (number: Int, title: String)? in
      if case .offer(let number) = line.role { (number, line.text) } else { nil }
    }
    let words = lines.filter { if case .offer = $0.role { false } else { true } }
    guard !offers.isEmpty, offers.count <= DiscordComponent.limit, !words.isEmpty else {
      return DiscordContent(content: style.written(lines))
    }
    return DiscordContent(content: style.written(words), components: DiscordComponent.rows(offers))
  }
}
