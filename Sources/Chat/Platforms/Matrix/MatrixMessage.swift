/// A message without its address: what is stored.
struct MatrixMessage: Codable, Equatable {
  /// Bytes in JSON that either form may take. An event takes 65,536 with all that the servers add to it.
  static let limit = 24_000

  /// The words for programs that show plain text.
  var body: String
  /// The same as HTML.
  var html: String

  /// The messages of an answer.
  static func messages(_ text: AnswerText) throws -> [ChatMessage] {
    let splitter = TextSplitter(limit: limit - LateNote.room, unit: .jsonBytes, style: MatrixStyle())
    let plain = PlainStyle { $0.withoutControls.breakingMentions }
    let parts = splitter.split(text, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      let message = MatrixMessage(body: plain.written(lines), html: MatrixStyle().html(lines))
      return try ChatMessage(message, index: index, count: parts.count)
    }
  }

  /// Puts a note before all else.
  mutating func prepend(_ note: String) {
    body = note + "\n\n" + body
    html = "<p>\(note)</p>" + html
  }
}
