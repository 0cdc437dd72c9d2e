package import Foundation

/// One message that came in, with all that must be on disk before the platform is told "received".
package struct InboundMessage: Sendable {
  /// Configured name of the platform it came by.
  package var platform: String
  /// The message's identity, the same in every copy the platform sends; the store keeps a keyed hash of it.
  package var id: String
  /// How long copies may come; the store remembers for 72 h at least.
  package var remembered: Duration
  package var user: KeyedHash
  package var conversation: KeyedHash
  /// The conversation's state after this message, or nil to leave it as it is.
  package var state: Data?
  /// What is to be sent, in this order.
  package var replies: [NewReply]

  package init(
    platform: String, id: String, remembered: Duration = .seconds(72 * 3600), user: KeyedHash, conversation: KeyedHash,
    state: Data?, replies: [NewReply]
  ) {
    self.platform = platform
    self.id = id
    self.remembered = remembered
    self.user = user
    self.conversation = conversation
    self.state = state
    self.replies = replies
  }
}

extension InboundMessage: CustomStringConvertible, CustomReflectable {
  package var description: String { "inbound message of \(platform)" }
  package var customMirror: Mirror { Mirror(self, children: []) }
}
