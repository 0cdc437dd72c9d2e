import Foundation

/// Reads the three forms of a date that HTTP knows (RFC 9110 5.6.7).
enum HTTPDate {
  private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

  /// The moment that a date stands for; nil where the text is none of the forms or no date of the calendar.
  ///
  /// - Parameter now: decides the century of a year with two digits: never more than 50 years ahead.
  static func moment(of text: String, now: Date) -> Date? {
    let parts = text.split { " ,:-".contains($0) }.map(String.init)
    if parts.count == 8, parts[7] == "GMT" {
      // Sun, 06 Nov 1994 08:49:37 GMT and Sunday, 06-Nov-94 08:49:37 GMT
      return moment(day: parts[1], month: parts[2], year: parts[3], time: parts[4...6], now: now)
    }
    if parts.count == 7 {
      // Sun Nov  6 08:49:37 1994
      return moment(day: parts[2], month: parts[1], year: parts[6], time: parts[3...5], now: now)
    }
    return nil
  }

  private static func moment(
    day: String, month: String, year: String, time: ArraySlice<String>, now: Date
  ) -> Date? {
    let clock = time.compactMap(number)
    guard let day = number(day), let month = months.firstIndex(of: month), clock.count == 3,
      let year = fullYear(year, now: now),
      // A leap second is a second.
      (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2]),
      (1...length(ofMonth: month + 1, year: year)).contains(day)
    else { return nil }
    let days = daysSince1970(day: day, month: month + 1, year: year)
    return Date(timeIntervalSince1970: Double(((days * 24 + clock[0]) * 60 + clock[1]) * 60 + clock[2]))
  }

  private static func number(_ text: String) -> Int? {
    text.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } ? Int(text) : nil
  }

  private static func fullYear(_ text: String, now: Date) -> Int? {
    guard let year = number(text) else { return nil }
    switch text.utf8.count {
    case 4: return year
    case 2:
      let current = 1970 + Int(now.timeIntervalSince1970 / 31_556_952)
      let inThisCentury = current / 100 * 100 + year
      return inThisCentury > current + 50 ? inThisCentury - 100 : inThisCentury
    default: return nil
    }
  }

  private static func length(ofMonth month: Int, year: Int) -> Int {
    let isLeap = year.isMultiple(of: 4) && (!year.isMultiple(of: 100) || year.isMultiple(of: 400))
    return month == 2 ? (isLeap ? 29 : 28) : [4, 6, 9, 11].contains(month) ? 30 : 31
  }

  /// Counts in years that begin with March, so that the leap day comes last.
  private static func daysSince1970(day: Int, month: Int, year: Int) -> Int {
    let marchYear = month > 2 ? year : year - 1
    let dayOfYear = (153 * ((month + 9) % 12) + 2) / 5 + day - 1
    return marchYear * 365 + marchYear / 4 - marchYear / 100 + marchYear / 400 + dayOfYear - 719_468
  }
}
