import Chat
import Foundation

/// A stored Telegram message, read as Telegram reads it.
struct TelegramPayload: Decodable {
  let text: String
  let isMarkup: Bool
  let keyboard: Keyboard?

  struct Keyboard: Decodable {
    let inline_keyboard: [[Button]]
  }

  struct Button: Decodable {
    let text: String
    let callback_data: String
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  /// All buttons.
  var labels: [(text: String, data: String)] {
    (keyboard?.inline_keyboard ?? []).joined().map { ($0.text, $0.callback_data) }
  }

  /// Text and entities without the one tag that is used.
  private static func untagged(_ text: String) -> String {
    text.replacingLiteral("<i>", with: "").replacingLiteral("</i>", with: "")
  }

  /// What a reader sees.
  static func read(_ text: String) -> String {
    untagged(text).replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">")
      .replacingLiteral("&amp;", with: "&")
  }

  /// True where another tag or entity stands, or a name that Telegram would make a mention of.
  static func isActive(_ text: String) -> Bool {
    let rest = ["&lt;", "&gt;", "&amp;"].reduce(untagged(text)) { $0.replacingLiteral($1, with: "") }
    if rest.unicodeScalars.contains(where: { "<>&".unicodeScalars.contains($0) }) { return true }
    return rest.contains(/(^|[^A-Za-z0-9])@[A-Za-z0-9_]/)
  }
}
