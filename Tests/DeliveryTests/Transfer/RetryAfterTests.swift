import Delivery
import Foundation
import Testing

@Suite("Retry-After is read in all its forms") struct RetryAfterTests {
  /// 2026-11-22 12:00:00 UTC.
  private let now = Date(timeIntervalSince1970: 1_795_348_800)

  @Test(arguments: [
    ("0", 0), ("120", 120_000), (" 7 ", 7000), ("1.5", 1500), ("0.0001", 1), ("30.", 30_000), ("00012", 12_000),
    ("Sun, 22 Nov 2026 12:02:00 GMT", 120_000), ("Sunday, 22-Nov-26 12:00:01 GMT", 1000),
    ("Sun Nov 22 12:00:10 2026", 10_000), ("Tue Dec  1 12:00:00 2026", 9 * 86_400_000),
    ("Sun, 22 Nov 2026 11:59:59 GMT", 0), ("Thu, 01 Jan 1970 00:00:00 GMT", 0), ("Sunday, 22-Nov-94 12:00:01 GMT", 0),
    ("Sun, 22 Nov 2026 12:00:60 GMT", 60_000),
  ])
  func aFormThatServersUseIsRead(field: String, milliseconds: Int) {
    #expect(RetryAfter(field: field, now: now)?.delay == .milliseconds(milliseconds))
  }

  @Test(arguments: [
    "", " ", "-1", "+1", "1e3", "0x10", ".5", "1.2.3", "1,5", "soon", "inf", "nan", "12 s", "٣", "2026-11-22T12:00:00Z",
    "Sun, 31 Nov 2026 12:00:00 GMT", "Sun, 29 Feb 2027 12:00:00 GMT", "Sun, 22 Nov 2026 24:00:00 GMT",
    "Sun, 22 Nov 2026 12:00:00 CET", "Sun, 22 Nov 2026 12:00:00", "Sun, 22 Foo 2026 12:00:00 GMT",
    "Sun, 22 Nov 026 12:00:00 GMT", "Sun, -2 Nov 2026 12:00 GMT",
  ])
  func anythingElseIsNothing(field: String) {
    #expect(RetryAfter(field: field, now: now) == nil)
  }

  @Test(arguments: ["2592000", "2592001", "99999999999999999999999999", "Sun, 22 Nov 9999 12:00:00 GMT"])
  func whatIsVeryLongIsThirtyDays(field: String) {
    #expect(RetryAfter(field: field, now: now)?.delay == RetryAfter.longest)
  }

  @Test func aDateIsMeasuredByTheServersClock() {
    let field = "Sun, 22 Nov 2026 12:01:00 GMT"
    #expect(RetryAfter(field: field, date: "Sun, 22 Nov 2026 11:00:00 GMT", now: now)?.delay == .seconds(3660))
    #expect(RetryAfter(field: field, date: "Sun, 22 Nov 2026 13:00:00 GMT", now: now)?.delay == .zero)
    #expect(RetryAfter(field: field, date: "yesterday", now: now)?.delay == .seconds(60))
    #expect(RetryAfter(field: "5", date: "Sun, 22 Nov 2026 13:00:00 GMT", now: now)?.delay == .seconds(5))
  }

  @Test func numbersFromBodiesAreTakenToo() {
    #expect(RetryAfter(seconds: 64.57)?.delay == .milliseconds(64_570))
    #expect(RetryAfter(milliseconds: 1532)?.delay == .milliseconds(1532))
    #expect(RetryAfter(seconds: -0.1) == nil)
    #expect(RetryAfter(seconds: .nan) == nil)
    #expect(RetryAfter(seconds: .infinity)?.delay == RetryAfter.longest)
    #expect(
      [RetryAfter(seconds: 1), RetryAfter(seconds: 3), RetryAfter(seconds: 2)].compactMap(\.self).max()?.delay
        == .seconds(3))
  }

  @Test func itIsNeverShorterThanAsked() {
    var dice = SystemRandomNumberGenerator()
    for _ in 0..<10_000 {
      let asked = Double.random(in: 0...100_000, using: &dice)
      let delay = RetryAfter(seconds: asked)?.delay ?? .zero
      #expect(delay / .seconds(1) >= asked && delay / .seconds(1) < asked + 0.002)
    }
  }

  @Test func everyDayOfFourCenturiesIsReadAsTheCalendarHasIt() throws {
    let formatter = DateFormatter()
    formatter.locale = Locale(identifier: "en_US_POSIX")
    formatter.timeZone = TimeZone(identifier: "GMT")
    formatter.dateFormat = "EEE, dd MMM yyyy HH:mm:ss 'GMT'"
    for day in stride(from: 0, to: 146_097, by: 17) {
      let moment = Date(timeIntervalSince1970: Double(day) * 86_400 + 3661)
      let before = moment.addingTimeInterval(-60)
      #expect(RetryAfter(field: formatter.string(from: moment), now: before)?.delay == .seconds(60))
    }
  }
}
