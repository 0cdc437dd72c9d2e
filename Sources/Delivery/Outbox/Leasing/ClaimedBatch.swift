package import Foundation

/// What a worker got, and when there will be more.
package struct ClaimedBatch: Sendable {
  /// One reply a lane at most.
  package var replies: [LeasedReply]
  /// For each endpoint with more to send: when the next lane of it is due (in the past where only a limit held it).
  package var nextDue: [String: Date]

  package init(replies: [LeasedReply] = [], nextDue: [String: Date] = [:]) {
    self.replies = replies
    self.nextDue = nextDue
  }
}
