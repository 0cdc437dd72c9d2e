package import Foundation

/// How old a signed request may be.
package enum Freshness {
  /// Seconds that a signed timestamp may differ from our clock, both ways.
  package static let window: TimeInterval = 300

  /// Refuses a timestamp outside the window.
  ///
  /// - Parameter timestamp: Unix seconds in decimal digits, as the header has them.
  /// - Throws: ``WebhookRefusal/unauthenticated`` where it is no whole number, ``WebhookRefusal/stale`` outside the window.
  package static func check(_ timestamp: String, at now: Date) throws(WebhookRefusal) {
    guard timestamp.utf8.allSatisfy({ UInt8(ascii: "0")...UInt8(ascii: "9") ~= $0 }), timestamp.utf8.count <= 12,
      let seconds = Int64(timestamp)
    else { throw .unauthenticated }
    guard abs(now.timeIntervalSince1970 - TimeInterval(seconds)) <= window else { throw .stale }
  }
}
