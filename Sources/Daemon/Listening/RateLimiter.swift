package import Foundation
import NIOConcurrencyHelpers

/// Lets each key through at a rate, with bursts up to a quarter of a minute's worth. Memory is bounded.
///
/// It keeps one time a key: when the next request would be due if requests came evenly (the generic cell rate algorithm).
package final class RateLimiter: Sendable {
  /// Keys kept at most; past them, those that are over their wait are dropped, and then the rest is.
  static let limit = 100_000

  private let interval: Double
  private let tolerance: Double
  private let due = NIOLockedValueBox<[[UInt8]: Double]>([:])

  /// A limiter of so many a minute; 0 lets everything through.
  package init(perMinute: Int) {
    interval = perMinute > 0 ? 60 / Double(perMinute) : 0
    tolerance = interval * Double(max(perMinute / 4, 1))
  }

  /// Takes one of a key's requests: nil where it may pass, else the seconds until the next may. O(1) on average.
  package func take(_ key: [UInt8], at now: Date) -> Double? {
    guard interval > 0 else { return nil }
    let time = now.timeIntervalSinceReferenceDate
    return due.withLockedValue { due in
      // A clock that was set back must not lock anybody out for long.
      let next = min(max(due[key] ?? time, time), time + tolerance + interval)
      let early = next + interval - tolerance - time
      if early > interval * 1e-6 { return early }
      if due.count >= Self.limit, due[key] == nil { Self.shrink(&due, now: time) }
      due[key] = next + interval
      return nil
    }
  }

  private static func shrink(_ due: inout [[UInt8]: Double], now: Double) {
    due = due.filter { $0.value > now }
    if due.count >= limit { due.removeAll(keepingCapacity: true) }
  }
}
