internal import Foundation

/// A message that is text and nothing else: what is stored for platforms without buttons.
package struct TextMessage: Codable, Sendable {
  /// The words in the platform's own writing.
  package var text: String

  /// A message with this text.
  package init(text: String) { self.text = text }

  /// An answer's messages of at most `limit` units each, the first with room for a ``LateNote``, offers as numbered lines.
  ///
  /// - Throws: where JSON cannot be written, which no text is known to cause.
  package static func messages(
    _ answer: AnswerText, limit: Int, unit: TextUnit, style: any TextStyle
  ) throws -> [ChatMessage] {
    let parts = TextSplitter(limit: limit - LateNote.room, unit: unit, style: style)
      .split(answer, numberingOffers: true)
    return try parts.enumerated().map { index, lines in
      try ChatMessage(TextMessage(text: style.written(lines)), index: index, count: parts.count)
    }
  }

  /// The text of a stored message, behind a ``LateNote`` where it is late and the first.
  ///
  /// - Throws: ``OutgoingFailure/unusable(_:)`` where it is no message of text.
  package static func read(_ message: ChatMessage, context: SendContext) throws(OutgoingFailure) -> String {
    context.lateNote(before: message) + (try message.content(as: TextMessage.self).text)
  }
}
