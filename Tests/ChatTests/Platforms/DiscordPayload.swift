import Chat
import Foundation

/// A Discord message, stored or sent, read as Discord reads it.
struct DiscordPayload: Decodable {
  let content: String
  let components: [Row]?
  let flags: Int?
  let allowed_mentions: [String: [String]]?

  struct Row: Decodable {
    let type: Int
    let components: [Button]
  }

  struct Button: Decodable {
    let type: Int
    let style: Int
    let label: String
    let custom_id: String
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  /// The message of a response to an interaction.
  init(_ response: WebhookResponse) throws {
    struct Reply: Decodable {
      let type: Int
      let data: DiscordPayload
    }
    self = try JSONDecoder().decode(Reply.self, from: response.body).data
  }

  /// All buttons.
  var buttons: [Button] { (components ?? []).flatMap(\.components) }

  /// What a reader sees: a backslash before a mark goes away.
  static func read(_ text: String) -> String { scan(text).map { String($0.scalar) }.joined() }

  /// True where a mark stands that no backslash takes away: emphasis, code, quotation, heading, link, mention or list.
  static func isActive(_ text: String) -> Bool {
    let marks: Set<Unicode.Scalar> = ["*", "_", "~", "|", "`", ">", "#", "[", "<"]
    let rest = scan(text).filter { !$0.isEscaped }.map { String($0.scalar) }.joined()
    let words = rest.replacing(/https?:\/\/\S+/, with: "")
    if words.unicodeScalars.contains(where: marks.contains) { return true }
    return words.contains(#/(^|\n)\s*[-+] /#) || words.contains(/(^|[^A-Za-z0-9])@(everyone|here)/)
  }

  private static func scan(_ text: String) -> [(scalar: Unicode.Scalar, isEscaped: Bool)] {
    var found: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        found.append((scalar, isEscaped))
        isEscaped = false
      }
    }
    return found
  }
}
