import Daemon
import Foundation
import Matching
import Testing

@Suite("Times of log lines")
struct LogTimeTests {
  @Test("They are what Foundation writes, on every kind of day")
  func same() {
    var dice = SeededGenerator(seed: 3)
    // Whole milliseconds, in halves of seconds that a binary fraction can hold.
    let random = (0..<2000).map { _ in Double(Int.random(in: -2_000_000_000...8_000_000_000, using: &dice)) / 2 }
    let days = [0, -1, 951_782_400, 951_868_799, 4_107_542_399, 1_709_164_800].map(Double.init)
    for seconds in random + days {
      let date = Date(timeIntervalSince1970: seconds)
      let style = Date.ISO8601FormatStyle(timeZone: .gmt).year().month().day()
        .time(includingFractionalSeconds: true)
      #expect(LogTime(date).description == date.formatted(style))
    }
  }
}
