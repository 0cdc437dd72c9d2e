import Chat
import Foundation

/// A text as a reader of Markdown goes over it: what the platforms' parsers have in common.
enum MarkdownText {
  /// The text of a message that is text and nothing else.
  static func of(_ message: ChatMessage) throws -> String {
    try JSONDecoder().decode(TextMessage.self, from: message.payload).text
  }

  /// The text without addresses of pages, in which no platform reads marks.
  static func withoutAddresses(_ text: String) -> String {
    text.replacing(/https?:\/\/[^\s<>()]+/.matchingSemantics(.unicodeScalar), with: "")
  }

  /// True where a line begins as a heading, a quotation, a list that is none of ours, a table, a rule or code does; where a name
  /// stands behind `@`; or where a name of a picture stands between colons.
  static func hasBlockOrName(_ text: String) -> Bool {
    let lines = text.split(separator: "\n")
    if lines.contains(where: {
      $0.contains(/^\s*([#>|=*+]|-\s|---)/.matchingSemantics(.unicodeScalar))
        || $0.contains(/^(    |\t)/.matchingSemantics(.unicodeScalar))
    }) {
      return true
    }
    if text.contains(/(^|[^A-Za-z0-9])[@\u{FF20}][A-Za-z0-9_*]/.matchingSemantics(.unicodeScalar)) { return true }
    return withoutAddresses(text).contains(/:[A-Za-z0-9_+\-]+:/.matchingSemantics(.unicodeScalar))
  }
}
