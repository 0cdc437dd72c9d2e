import Foundation
import Knowledge
import Testing

@Suite struct CalendarDayTests {
  @Test(arguments: [
    "2026-13-01", "2026-02-29", "2026-04-31", "2026-1-1", "22.11.2026", "", "2026-11-22 ", "0000-00-00",
  ])
  func refusesWhatIsNoDay(written: String) {
    #expect(CalendarDay(written) == nil)
  }

  @Test(arguments: [
    ("1970-01-01", "1970-01-02", 1), ("2024-02-28", "2024-03-01", 2), ("2026-02-28", "2026-03-01", 1),
    ("2025-11-22", "2026-11-22", 365), ("2000-01-01", "2001-01-01", 366), ("2026-11-22", "2026-11-01", -21),
  ])
  func countsDays(from: String, to: String, days: Int) throws {
    #expect(try #require(CalendarDay(to)).days(since: try #require(CalendarDay(from))) == days)
  }

  @Test(arguments: ["1970-01-01", "1999-12-31", "2024-02-29", "2026-11-22", "2100-03-01"])
  func findsTheDayOfAMoment(written: String) throws {
    let day = try #require(CalendarDay(written))
    let epoch = try #require(CalendarDay("1970-01-01"))
    let lastSecond = Date(timeIntervalSince1970: Double(day.days(since: epoch)) * 86_400 + 86_399)
    #expect(CalendarDay(lastSecond) == day)
    #expect(CalendarDay(lastSecond).description == written)
  }
}
