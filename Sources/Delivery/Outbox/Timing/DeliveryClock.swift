package import Foundation

/// The time that leases, waits and expiries are reckoned in.
package protocol DeliveryClock: Sendable {
  var now: Date { get }

  /// Returns at `date` or later; throws `CancellationError` when the task is cancelled before.
  func sleep(until date: Date) async throws
}
