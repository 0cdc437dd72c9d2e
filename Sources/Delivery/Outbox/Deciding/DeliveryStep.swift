package import Foundation

/// What is to happen to a claimed reply next.
package enum DeliveryStep: Equatable, Sendable {
  /// Done; the reply is deleted.
  case delivered(receipt: String?)
  /// Try again, not before `at`.
  case retry(at: Date, reason: String)
  /// Never try again by itself; it becomes a dead letter.
  case dead(DeadCause, reason: String)
  /// Not tried at all: wait until then without counting an attempt.
  case postponed(until: Date)
  /// Not tried, or the outcome is unknown because the worker stops: due at once, no attempt counted.
  case released
}
