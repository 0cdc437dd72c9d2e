package import Foundation

/// How many of what a store holds.
package struct Census: Sendable, Equatable {
  /// Replies waiting or being sent.
  package var pending: Int
  /// When the oldest of those was accepted.
  package var oldestPending: Date?
  package var deadLetters: Int
  package var conversations: Int
  package var rememberedMessages: Int

  package init(
    pending: Int, oldestPending: Date?, deadLetters: Int, conversations: Int, rememberedMessages: Int
  ) {
    self.pending = pending
    self.oldestPending = oldestPending
    self.deadLetters = deadLetters
    self.conversations = conversations
    self.rememberedMessages = rememberedMessages
  }
}
