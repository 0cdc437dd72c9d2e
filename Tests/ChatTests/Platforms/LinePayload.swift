import Chat
import Foundation

/// Messages as LINE gets or stores them.
struct LinePayload: Decodable {
  let to: String?
  let replyToken: String?
  let messages: [Message]

  struct Message: Decodable {
    let type: String
    let text: String
    let quickReply: QuickReply?
  }

  struct QuickReply: Decodable { let items: [Item] }

  struct Item: Decodable {
    let type: String
    let action: Action
  }

  struct Action: Decodable, Equatable {
    let type: String
    let label: String
    let text: String
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }
  init(_ request: OutgoingRequest) throws { self = try JSONDecoder().decode(Self.self, from: request.body) }
}
