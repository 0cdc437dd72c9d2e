import Delivery
import Foundation
import Matching
import Testing

@Suite struct CircuitBreakerTests {
  @Test func opensAfterFailuresInARowOnly() {
    var breaker = CircuitBreaker()
    for _ in 0..<4 { breaker.failed(at: .start) }
    breaker.succeeded()
    for _ in 0..<4 { breaker.failed(at: .start) }
    #expect(breaker.isClosed)
    #expect(breaker.allowance(of: 7, at: .start) == 7)
    breaker.failed(at: .start)
    #expect(breaker.state == .open(until: .after(30), pause: .seconds(30)))
    #expect(breaker.allowance(of: 7, at: .after(29.9)) == 0)
    #expect(breaker.opensAgain(at: .after(29)) == .after(30))
  }

  @Test func letsOneAttemptProbeAndWaitsLongerEachTime() {
    var breaker = CircuitBreaker(.init(failuresToOpen: 1, pause: .seconds(30), longestPause: .seconds(100)))
    var now = Date.start
    breaker.failed(at: now)
    for pause in [30.0, 60, 100, 100] {
      #expect(breaker.opensAgain(at: now) == now + pause)
      now += pause
      #expect(breaker.allowance(of: 7, at: now) == 1)
      #expect(breaker.allowance(of: 0, at: now) == 0)
      breaker.began(at: now)
      #expect(breaker.allowance(of: 7, at: now) == 0)
      #expect(breaker.opensAgain(at: now) == nil)
      breaker.failed(at: now)
    }
    now += 100
    breaker.began(at: now)
    breaker.succeeded()
    #expect(breaker == CircuitBreaker(breaker.settings))
  }

  @Test func staysOpenAsLongAsTheEndpointAsks() {
    var breaker = CircuitBreaker(.init(failuresToOpen: 1, pause: .seconds(30)))
    breaker.failed(at: .start, asked: .seconds(90))
    #expect(breaker.opensAgain(at: .start) == .after(90))
    breaker.failed(at: .after(1), asked: .seconds(100))
    #expect(breaker.opensAgain(at: .start) == .after(101))
    breaker.failed(at: .after(2), asked: .seconds(Int64.max))
    #expect(breaker.opensAgain(at: .start) == .after(2 + 86_400))
  }

  @Test func aProbeWithoutVerdictMayBeRepeated() {
    var breaker = CircuitBreaker(.init(failuresToOpen: 1))
    breaker.failed(at: .start)
    breaker.began(at: .after(30))
    breaker.abandoned(at: .after(31))
    #expect(breaker.allowance(of: 5, at: .after(31)) == 1)
  }

  @Test func neverAllowsMoreThanAskedNorMoreThanOneProbe() {
    for seed in 0..<200 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      var breaker = CircuitBreaker(.init(failuresToOpen: 3))
      var now = Date.start
      for _ in 0..<200 {
        now += Double.random(in: -5...60, using: &dice)
        let allowed = breaker.allowance(of: 4, at: now)
        #expect(breaker.isClosed ? allowed == 4 : allowed <= 1)
        if allowed > 0 { breaker.began(at: now) }
        switch Int.random(in: 0..<4, using: &dice) {
        case 0: breaker.succeeded()
        case 1: breaker.abandoned(at: now)
        default: breaker.failed(at: now)
        }
        if let until = breaker.opensAgain(at: now) { #expect(until.timeIntervalSince(now) <= 365) }
      }
    }
  }
}
