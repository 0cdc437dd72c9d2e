import Chat
import Foundation

/// A Messenger message, stored or sent, read as the Send API reads it.
struct MessengerPayload: Decodable {
  let recipient: [String: String]?
  let messaging_type: String
  let message: Message

  struct Message: Decodable {
    let text: String
    let quick_replies: [Reply]?
  }

  struct Reply: Decodable {
    let content_type: String
    let title: String
    let payload: String
  }

  init(_ message: ChatMessage) throws { self = try JSONDecoder().decode(Self.self, from: message.payload) }

  init(_ request: OutgoingRequest) throws { self = try JSONDecoder().decode(Self.self, from: request.body) }
}
