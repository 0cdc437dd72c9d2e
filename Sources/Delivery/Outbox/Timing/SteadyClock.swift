package import Foundation

/// The time of day when the process started, moved on by a clock that never jumps.
///
/// Somebody setting the machine's clock forth would otherwise end leases and expire replies at once, and setting it back
/// would hold all retries for as long. Sleep of the machine counts as time.
package struct SteadyClock: DeliveryClock {
  private let start: Date
  private let origin: ContinuousClock.Instant
  private let clock = ContinuousClock()

  /// - Parameter start: what the time is now.
  package init(start: Date = Date()) {
    self.start = start
    origin = clock.now
  }

  package var now: Date { start + origin.duration(to: clock.now) }

  package func sleep(until date: Date) async throws {
    // Rounded up by a millisecond, so that on waking the date has been reached.
    try await clock.sleep(until: origin + .seconds(date.timeIntervalSince(start) + 0.001))
  }
}
