package import Foundation

/// One message in a platform's own form, fit to be stored: it holds no secret and no address.
package struct ChatMessage: Sendable, Codable, Equatable {
  /// The platform's JSON, as ``ChatPlatform/render(_:for:)`` made it; only the same platform reads it.
  package let payload: Data
  /// Its place among the messages of one answer, from 0.
  package let index: Int
  /// How many messages the answer has.
  package let count: Int

  /// A message with these bytes.
  package init(payload: Data, index: Int = 0, count: Int = 1) {
    self.payload = payload
    self.index = index
    self.count = count
  }

  /// A message whose payload is the JSON of `body`.
  ///
  /// - Throws: `EncodingError` where `body` holds what JSON has no form for.
  package init(_ body: some Encodable, index: Int = 0, count: Int = 1) throws {
    self.init(payload: try JSONBody.encode(body), index: index, count: count)
  }

  /// True for the answer's first message.
  package var isFirst: Bool { index == 0 }
  /// True for the answer's last message, which holds the disclaimer and the offers.
  package var isLast: Bool { index == count - 1 }
}

extension ChatMessage: CustomStringConvertible, CustomReflectable {
  /// Its place; never its text.
  package var description: String { "<message \(index + 1) of \(count)>" }
  /// Nothing.
  package var customMirror: Mirror { Mirror(self, children: [:]) }
}
