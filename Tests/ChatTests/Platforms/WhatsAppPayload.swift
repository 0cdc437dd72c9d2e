import Chat
import Foundation

/// A WhatsApp message, stored or sent, read as the Cloud API reads it.
struct WhatsAppPayload: Decodable {
  let to: String?
  let recipient: String?
  let type: String
  let text: Text?
  let interactive: Interactive?
  let context: [String: String]?

  struct Text: Decodable {
    let body: String
    let preview_url: Bool
  }

  struct Interactive: Decodable {
    let type: String
    let body: [String: String]
    let action: Action
  }

  struct Action: Decodable {
    let button: String?
    let buttons: [Button]?
    let sections: [Section]?
  }

  struct Button: Decodable {
    let type: String
    let reply: Choice
  }

  struct Section: Decodable { let rows: [Choice] }

  struct Choice: Decodable {
    let id: String
    let title: String
    let description: String?
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  init(_ request: OutgoingRequest) throws { self = try JSONDecoder().decode(Self.self, from: request.body) }

  /// What it says.
  var words: String { text?.body ?? interactive?.body["text"] ?? "" }

  /// Its buttons or rows.
  var choices: [Choice] {
    (interactive?.action.buttons ?? []).map(\.reply) + (interactive?.action.sections ?? []).flatMap(\.rows)
  }
}
