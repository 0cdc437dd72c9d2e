/// Sends one reply by whatever the platform needs.
package protocol ReplySender: Sendable {
  /// Sends `reply` once and says how that ended.
  ///
  /// Must return soon after its task is cancelled (with `retry`, unless the platform took the reply for certain), and in
  /// any case within the worker's lease. The idempotency key is
  /// the same in each attempt at the same reply. Where ``LeasedReply/lateSince`` is set the reply is to say so.
  func send(_ reply: LeasedReply) async -> SendOutcome
}
