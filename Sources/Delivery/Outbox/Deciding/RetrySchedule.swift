/// How long to wait after each failed attempt.
package struct RetrySchedule: Sendable, Equatable {
  /// The wait after the first failure, the second and so on; there are as many retries as waits.
  package var waits: [Duration]
  /// How far a wait may be off, as a share of it to either side, so that what failed together is not retried together.
  package var jitter: Double

  package init(waits: [Duration], jitter: Double) {
    self.waits = waits
    self.jitter = min(max(jitter, 0), 1)
  }

  /// Quick at first, since a person waits for the answer, then as one who has time: about 22 hours in all.
  package static let standard = RetrySchedule(
    waits: [1, 5, 20, 60, 300, 900, 1800, 3600, 7200, 14400, 21600, 28800].map { .seconds($0) }, jitter: 0.2)

  /// The wait after the failure of attempt number `attempt` (from 1), nil when that was the last.
  package func wait(after attempt: Int, dice: inout some RandomNumberGenerator) -> Duration? {
    guard attempt >= 1, attempt <= waits.count else { return nil }
    return waits[attempt - 1] * Double.random(in: 1 - jitter...1 + jitter, using: &dice)
  }
}
