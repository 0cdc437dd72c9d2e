package import Foundation

extension Duration {
  /// In seconds, for arithmetic with dates.
  package var seconds: TimeInterval {
    let (seconds, attoseconds) = components
    return TimeInterval(seconds) + TimeInterval(attoseconds) * 1e-18
  }
}

extension Date {
  static func + (date: Date, duration: Duration) -> Date { date + duration.seconds }

  static func - (date: Date, duration: Duration) -> Date { date - duration.seconds }
}
