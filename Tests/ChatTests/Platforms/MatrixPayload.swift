import Chat
import Foundation

/// A stored Matrix message, read as programs for Matrix read it.
struct MatrixPayload: Decodable {
  let body: String
  let html: String

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  private static func untagged(_ html: String) -> String {
    ["<p>", "</p>", "<ul>", "</ul>", "<li>", "</li>", "<br>"].reduce(html) { $0.replacingLiteral($1, with: "\n") }
  }

  /// What a reader sees.
  static func read(_ html: String) -> String {
    untagged(html).replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">")
      .replacingLiteral("&quot;", with: "\"").replacingLiteral("&amp;", with: "&")
  }

  /// True where another tag or entity stands, or a name that a program might take for a mention.
  static func isActive(_ html: String) -> Bool {
    let rest = ["&lt;", "&gt;", "&quot;", "&amp;"].reduce(untagged(html)) { $0.replacingLiteral($1, with: "") }
    if rest.unicodeScalars.contains(where: { "<>&\"".unicodeScalars.contains($0) }) { return true }
    return rest.contains(/(^|[^A-Za-z0-9])@[A-Za-z0-9_]/)
  }
}
