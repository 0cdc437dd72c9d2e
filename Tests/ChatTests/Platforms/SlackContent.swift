import Chat
import Foundation

/// A Slack message, read as Slack reads it.
struct SlackContent: Decodable {
  let text: String
  let blocks: [Block]?

  struct Block: Decodable {
    let type: String
    let text: Text?
    let elements: [Element]?
  }

  struct Text: Decodable {
    let type: String
    let text: String
  }

  struct Element: Decodable {
    let text: Content
    let value: String?
  }

  enum Content: Decodable {
    case object(Text)
    case plain(String)

    init(from decoder: any Decoder) throws {
      let container = try decoder.singleValueContainer()
      if let text = try? container.decode(String.self) {
        self = .plain(text)
      } else {
        self = .object(try container.decode(Text.self))
      }
    }

    var string: String? { if case .plain(let text) = self { text } else { nil } }
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  /// True where Slack's parser would find a control sequence, an entity that is none of the three, a quotation, or a pair of
  /// marks around words: a mark opens behind white space or punctuation and before a visible character.
  static func isActive(_ text: String) -> Bool {
    let rest = ["&lt;", "&gt;", "&amp;"].reduce(text) { $0.replacingLiteral($1, with: "") }
    if rest.unicodeScalars.contains(where: { "<>&".unicodeScalars.contains($0) }) { return true }
    if text.split(separator: "\n").contains(where: { $0.hasPrefix("&gt;") }) { return true }
    if text.contains(/[*_~`][^\u{200B}\s]/) { return true }
    return text.contains(/(^|[^A-Za-z0-9])@(channel|here|everyone|all)/)
  }
}
