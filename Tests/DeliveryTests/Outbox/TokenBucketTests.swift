import Delivery
import Foundation
import Matching
import Testing

@Suite struct TokenBucketTests {
  @Test func letsABurstGoAndThenARate() {
    var bucket = TokenBucket(.init(burst: 3, interval: .seconds(2)), at: .start)
    for left in [3, 2, 1] {
      #expect(bucket.available(at: .start) == left)
      bucket.take(at: .start)
    }
    #expect(bucket.available(at: .start) == 0)
    #expect(bucket.nextToken(at: .start) == .after(2))
    #expect(bucket.available(at: .after(2)) == 1)
    #expect(bucket.available(at: .after(500)) == 3)
    #expect(bucket.isFull(at: .after(6)) && !bucket.isFull(at: .after(5.9)))
  }

  @Test func neverExceedsItsRateOverAnyTime() {
    for seed in 0..<100 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      var bucket = TokenBucket(.init(burst: 5, interval: .seconds(1)), at: .start)
      var now = Date.start
      var taken = 0
      for _ in 0..<500 {
        now += Double.random(in: 0...1, using: &dice)
        guard bucket.available(at: now) > 0 else {
          #expect(bucket.nextToken(at: now) > now)
          continue
        }
        bucket.take(at: now)
        taken += 1
        #expect(Double(taken) <= 5 + now.timeIntervalSince(.start) + 1e-6)
      }
    }
  }

  @Test func aClockThatGoesBackGivesNothing() {
    var bucket = TokenBucket(.init(burst: 1, interval: .seconds(10)), at: .start)
    bucket.take(at: .start)
    #expect(bucket.available(at: .after(-1000)) == 0)
    #expect(bucket.available(at: .after(10)) == 1)
  }
}
