/// A worker's right to settle one reply: good until somebody else claims the same reply.
package struct Claim: Hashable, Sendable {
  package let reply: ReplyID
  /// Rises with each claim of the reply; settling with an older one is refused.
  package let fence: Int64

  package init(reply: ReplyID, fence: Int64) {
    self.reply = reply
    self.fence = fence
  }
}
