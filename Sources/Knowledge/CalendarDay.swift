public import Foundation

/// A day of the Gregorian calendar, without a time or a zone. Written `2026-11-22`.
public struct CalendarDay: Sendable, Hashable, Comparable, CustomStringConvertible {
  /// Days since 1970-01-01.
  private let number: Int
  /// The written form.
  public let description: String

  /// The day that `written` names; nil where it is not `YYYY-MM-DD` or there is no such day (30 February).
  public init?(_ written: String) {
    guard let match = written.wholeMatch(of: /(\d{4})-(\d{2})-(\d{2})/),
      let year = Int(match.1), let month = Int(match.2), let day = Int(match.3),
      (1...12).contains(month), (1...Self.days(in: month, of: year)).contains(day)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
    description = written
  }

  /// The day, in universal time, that `moment` falls on.
  public init(_ moment: Date) {
    number = Int((moment.timeIntervalSince1970 / 86_400).rounded(.down))
    description = moment.formatted(.iso8601.year().month().day())
  }

  /// How many days this day lies after `other`; negative where it lies before.
  public func days(since other: CalendarDay) -> Int { number - other.number }

  /// Whether `lhs` is the earlier day.
  public static func < (lhs: CalendarDay, rhs: CalendarDay) -> Bool { lhs.number < rhs.number }

  private static func days(in month: Int, of year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && !year.isMultiple(of: 100) || year.isMultiple(of: 400)
    return switch month {
    case 2: isLeap ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Days since 1970-01-01, counted in years that begin in March, so that a leap day comes last.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let shifted = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return shifted * 365 + shifted / 4 - shifted / 100 + shifted / 400 + dayOfYear - 719_468
  }
}
