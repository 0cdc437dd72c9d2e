import Delivery
import Foundation
import Matching
import Testing

@Suite struct DeliveryPolicyTests {
  let policy = DeliveryPolicy()

  private func step(
    _ outcome: SendOutcome, attempts: Int = 0, at now: Date = .start, expiresAt: Date = .after(86_400),
    seed: UInt64 = 1
  ) throws -> DeliveryStep {
    var dice = SeededGenerator(seed: seed)
    let reply = try LeasedReply.sample(attempts: attempts, expiresAt: expiresAt)
    return policy.step(for: reply, after: outcome, at: now, dice: &dice)
  }

  @Test func whatIsRefusedOrGoneIsNeverTriedAgain() throws {
    #expect(try step(.refused("401")) == .dead(.refused, reason: "401"))
    #expect(try step(.gone("410")) == .dead(.gone, reason: "410"))
    #expect(try step(.delivered(receipt: "7")) == .delivered(receipt: "7"))
  }

  @Test func neverTriesBeforeThePlatformAllowsNorMuchLater() throws {
    for seed in 0..<1000 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      let asked = Double.random(in: 0...20_000, using: &dice)
      let attempts = Int.random(in: 0..<4, using: &dice)
      let outcome = SendOutcome.retry(after: .seconds(asked), reason: "429")
      guard case .retry(let due, _) = try step(outcome, attempts: attempts, seed: seed) else {
        Issue.record("no retry for seed \(seed)")
        continue
      }
      let wait = due.timeIntervalSince(.start)
      let planned = policy.schedule.waits[attempts].seconds * 1.2
      // Dates are held as seconds since 2001 in a Double, so a wait read back is off by less than a microsecond.
      #expect(wait >= asked - 1e-6, "seed \(seed)")
      #expect(wait <= max(asked * 1.1 + 1, planned) + 1e-6, "seed \(seed)")
    }
  }

  @Test func aWaitBeyondTheExpiryEndsTheReplyAtOnce() throws {
    let long = SendOutcome.retry(after: .seconds(86_400), reason: "429")
    #expect(try step(long) == .dead(.expired, reason: "429"))
    #expect(try step(.retry(after: nil, reason: "500"), at: .after(86_399.5)) == .dead(.expired, reason: "500"))
    let absurd = SendOutcome.retry(after: .seconds(Int64.max), reason: "429")
    #expect(try step(absurd) == .dead(.expired, reason: "429"))
    #expect(try step(.retry(after: .seconds(-5), reason: "429")) != .dead(.expired, reason: "429"))
  }

  @Test func attemptsEndWithTheSchedule() throws {
    let last = policy.schedule.waits.count
    let failed = SendOutcome.retry(after: nil, reason: "500")
    #expect(try step(failed, attempts: last, expiresAt: .distantFuture) == .dead(.exhausted, reason: "500"))
    guard case .retry = try step(failed, attempts: last - 1, expiresAt: .distantFuture) else {
      Issue.record("the last wait was not used")
      return
    }
  }

  @Test func jitterStaysWithinItsShare() {
    var dice = SeededGenerator(seed: 3)
    for attempt in 1...policy.schedule.waits.count {
      let planned = policy.schedule.waits[attempt - 1].seconds
      for _ in 0..<100 {
        let wait = policy.schedule.wait(after: attempt, dice: &dice)?.seconds ?? -1
        #expect(wait >= planned * 0.8 - 1e-9 && wait <= planned * 1.2 + 1e-9)
      }
    }
    #expect(policy.schedule.wait(after: 0, dice: &dice) == nil)
  }

  @Test func theSameDiceGiveTheSameStep() throws {
    let failed = SendOutcome.retry(after: .seconds(3), reason: "429")
    #expect(try step(failed, seed: 9) == step(failed, seed: 9))
  }

  @Test func everyReplyEndsWhateverHappensToIt() throws {
    for seed in 0..<200 as Range<UInt64> {
      var dice = SeededGenerator(seed: seed)
      var now = Date.start
      var reply = try LeasedReply.sample()
      var due = now
      var turns = 0
      while turns < 1000 {
        turns += 1
        now = due + Double.random(in: 0...50, using: &dice)
        if policy.stepBeforeSending(reply, at: now) != nil { break }
        if Int.random(in: 0..<10, using: &dice) == 0 {
          reply.unsettled += 1
          continue
        }
        let asked = Bool.random(using: &dice) ? Duration.seconds(Int.random(in: 0...4000, using: &dice)) : nil
        let step = policy.step(for: reply, after: .retry(after: asked, reason: ""), at: now, dice: &dice)
        guard case .retry(let at, _) = step else { break }
        #expect(at > now && at < reply.expiresAt)
        (due, reply.unsettled) = (at, 0)
        reply.attempts += 1
      }
      #expect(turns < 400, "seed \(seed)")
      #expect(reply.attempts <= policy.schedule.waits.count)
    }
  }

  @Test func aReplySaysThatItIsLateOnlyWhenItIs() throws {
    let reply = try LeasedReply.sample(askedAt: .start)
    #expect(policy.lateSince(reply, at: .after(600)) == nil)
    #expect(policy.lateSince(reply, at: .after(601)) == .start)
    #expect(policy.lateSince(reply, at: .after(-5)) == nil)
  }

  @Test func sendsNothingThatHasExpiredOrEndsTheProcess() throws {
    let reply = try LeasedReply.sample(unsettled: 9, expiresAt: .after(10))
    #expect(policy.stepBeforeSending(reply, at: .after(9.9)) == nil)
    #expect(policy.stepBeforeSending(reply, at: .after(10)) == .dead(.expired, reason: ""))
    let suspect = try LeasedReply.sample(unsettled: 10)
    #expect(
      policy.stepBeforeSending(suspect, at: .start)
        == .dead(.abandoned, reason: "the process ended 10 times while sending it"))
  }
}
