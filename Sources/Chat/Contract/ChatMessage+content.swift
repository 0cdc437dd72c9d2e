internal import Foundation

extension ChatMessage {
  /// The payload as what the platform has stored.
  ///
  /// - Throws: ``OutgoingFailure/unusable(_:)`` where it is something else.
  package func content<Content: Decodable>(as type: Content.Type) throws(OutgoingFailure) -> Content {
    guard let content = try? JSONDecoder().decode(type, from: payload) else {
      throw .unusable("the stored message cannot be read")
    }
    return content
  }
}
