/// Makes messages of an answer: text, and offers as buttons.
struct TelegramRenderer {
  /// Sources set in italics in one message; a message takes 100 marks of all kinds.
  private static let markLimit = 90

  /// The messages, in order.
  func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let splitter = TextSplitter(
      limit: TelegramContent.limit - LateNote.room, unit: TelegramStyle.unit, style: TelegramStyle())
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(content(lines), index: index, count: parts.count)
    }
  }

  /// A message; its offers become buttons and leave the text, if there is other text.
  private func content(_ lines: [TextLine]) -> TelegramContent {
    let offers = lines.compactMap { line -> (number: Int, title: String)? in
      if case .offer(let number) = line.role { (number, line.text) } else { nil }
    }
    let words = lines.filter { if case .offer = $0.role { false } else { true } }
    let style = TelegramStyle(emphasizes: lines.count { $0.role == .source } <= Self.markLimit)
    guard !offers.isEmpty, offers.count <= TelegramKeyboard.limit, !words.isEmpty else {
      return TelegramContent(text: style.written(lines), isMarkup: true)
    }
    return TelegramContent(
      text: style.written(words), isMarkup: true, keyboard: TelegramKeyboard(offers: offers))
  }
}
