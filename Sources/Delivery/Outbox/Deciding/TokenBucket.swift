package import Foundation

/// Lets a burst go and then a steady rate. Pure: the time is given; a clock that goes back gives no tokens and takes none.
package struct TokenBucket: Sendable, Equatable {
  package struct Rate: Sendable, Equatable {
    /// What may go at once after a quiet time, 1 at least.
    package var burst: Int
    /// Time for one more.
    package var interval: Duration

    package init(burst: Int, interval: Duration) {
      self.burst = max(1, burst)
      self.interval = max(interval, .zero)
    }
  }

  package let rate: Rate
  private var tokens: Double
  private var filledAt: Date

  /// A full bucket.
  package init(_ rate: Rate, at now: Date) {
    self.rate = rate
    tokens = Double(rate.burst)
    filledAt = now
  }

  /// How many may go at `now`.
  package func available(at now: Date) -> Int { Int(level(at: now) + 1e-9) }

  /// When the next may go; `now` where one may already.
  package func nextToken(at now: Date) -> Date {
    let missing = 1 - level(at: now)
    return missing <= 1e-9 ? now : now + missing * rate.interval.seconds
  }

  /// Whether the bucket is as full as a new one, so that forgetting it changes nothing.
  package func isFull(at now: Date) -> Bool { level(at: now) >= Double(rate.burst) }

  /// Takes a token; goes below zero where there is none, so that what went anyway is made up for.
  package mutating func take(at now: Date) {
    tokens = level(at: now) - 1
    filledAt = now
  }

  private func level(at now: Date) -> Double {
    guard rate.interval > .zero else { return Double(rate.burst) }
    let gained = max(0, now.timeIntervalSince(filledAt)) / rate.interval.seconds
    return min(Double(rate.burst), tokens + gained)
  }
}
