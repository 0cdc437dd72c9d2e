package import Foundation

/// The time of a log line, as ISO 8601 writes it in UTC to the millisecond: `2026-11-22T14:05:09.120`.
///
/// By hand, since a line is written for every event and Foundation's formatting takes longer than all the rest of it.
package struct LogTime: CustomStringConvertible {
  package let description: String

  /// The time of a date within four-digit years.
  package init(_ date: Date) {
    let milliseconds = Int((date.timeIntervalSince1970 * 1000).rounded(.down))
    let (day, rest) = Self.divided(milliseconds, by: 86_400_000)
    let (year, month, dayOfMonth) = Self.civil(day)
    let time = [rest / 3_600_000, rest / 60_000 % 60, rest / 1000 % 60].map { Self.padded($0, 2) }
    description =
      "\(Self.padded(year, 4))-\(Self.padded(month, 2))-\(Self.padded(dayOfMonth, 2))T"
      + time.joined(separator: ":") + ".\(Self.padded(rest % 1000, 3))"
  }

  /// Year, month and day of a number of days since 1970, in years that begin in March, so that a leap day is the last of its year.
  private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
    let (era, day) = divided(days + 719_468, by: 146_097)
    let year = (day - day / 1460 + day / 36_524 - day / 146_096) / 365
    let dayOfYear = day - (365 * year + year / 4 - year / 100)
    let month = (5 * dayOfYear + 2) / 153
    let calendarMonth = month < 10 ? month + 3 : month - 9
    return (year + era * 400 + (calendarMonth <= 2 ? 1 : 0), calendarMonth, dayOfYear - (153 * month + 2) / 5 + 1)
  }

  private static func divided(_ number: Int, by divisor: Int) -> (quotient: Int, remainder: Int) {
    let (quotient, remainder) = number.quotientAndRemainder(dividingBy: divisor)
    return remainder < 0 ? (quotient - 1, remainder + divisor) : (quotient, remainder)
  }

  private static func padded(_ number: Int, _ length: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, length - digits.utf8.count)) + digits
  }
}
