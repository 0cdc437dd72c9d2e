import Daemon
import Foundation
import Testing

@Suite("Rates")
struct RateLimiterTests {
  private let start = Date(timeIntervalSince1970: 1_700_000_000)

  @Test("A burst passes, then an even rate, and the wait that is told is enough")
  func burst() throws {
    let limiter = RateLimiter(perMinute: 60)
    for _ in 0..<15 { #expect(limiter.take([1], at: start) == nil) }
    let wait = try #require(limiter.take([1], at: start))
    #expect(wait > 0 && wait <= 1.001)
    #expect(limiter.take([1], at: start.addingTimeInterval(wait)) == nil)
    #expect(limiter.take([1], at: start.addingTimeInterval(wait)) != nil)
  }

  @Test("Over a minute no more pass than the rate and one burst")
  func rate() {
    let limiter = RateLimiter(perMinute: 60)
    let passed = (0..<6000).count { limiter.take([1], at: start.addingTimeInterval(Double($0) / 100)) == nil }
    #expect((60...76).contains(passed))
  }

  @Test("Others are not affected, and 0 lets all through")
  func others() {
    let limiter = RateLimiter(perMinute: 4)
    for _ in 0..<10 { _ = limiter.take([1], at: start) }
    #expect(limiter.take([2], at: start) == nil)
    let open = RateLimiter(perMinute: 0)
    #expect((0..<1000).allSatisfy { _ in open.take([1], at: start) == nil })
  }

  @Test("A clock that is set back locks nobody out")
  func clockSetBack() throws {
    let limiter = RateLimiter(perMinute: 60)
    for _ in 0..<20 { _ = limiter.take([1], at: start.addingTimeInterval(3600)) }
    let wait = limiter.take([1], at: start) ?? 0
    #expect(wait <= 16)
  }
}
