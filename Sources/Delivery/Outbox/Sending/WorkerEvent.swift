import Foundation

/// What a worker's loop waits for.
enum WorkerEvent: Sendable {
  /// There may be something to claim.
  case wake
  /// There is something more to claim, of these endpoints.
  case queued(Set<String>)
  case ended(LeasedReply, SendOutcome)
  /// Take nothing new; by then, cut short what is still being sent.
  case stop(by: Date)
  /// Cut short everything now.
  case cancelled
}
