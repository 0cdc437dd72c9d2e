/// A day of the Gregorian calendar, counted so that days can be subtracted.
struct CalendarDay: Equatable {
  /// Days since 1 January 1970.
  let number: Int

  /// Reads `YYYY-MM-DD`; `nil` for anything else and for days that do not exist.
  init?(_ text: String) {
    let parts = text.split(separator: "-", omittingEmptySubsequences: false)
    guard parts.count == 3, parts[0].count == 4, parts[1].count == 2, parts[2].count == 2,
      let year = Int(parts[0]), let month = Int(parts[1]), let day = Int(parts[2]),
      (1...12).contains(month), day >= 1, day <= Self.days(in: month, of: year)
    else { return nil }
    number = Self.number(year: year, month: month, day: day)
  }

  private static func days(in month: Int, of year: Int) -> Int {
    switch month {
    case 2: (year % 4 == 0 && year % 100 != 0) || year % 400 == 0 ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Counts from March, so that the leap day comes last in a year.
  private static func number(year: Int, month: Int, day: Int) -> Int {
    let years = month <= 2 ? year - 1 : year
    let months = (month + 9) % 12
    let leapDays = years / 4 - years / 100 + years / 400
    return 365 * years + leapDays + (153 * months + 2) / 5 + day - 719_469
  }
}
