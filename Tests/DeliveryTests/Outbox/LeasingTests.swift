import Delivery
import Foundation
import Testing

@Suite(.storeFolders) struct LeasingTests {
  @Test func claimsOneReplyALaneInTheOrderOfAcceptance() async throws {
    let store = try await StoreFolder().open()
    for id in 1...3 { _ = try await store.accept(.sample("a\(id)", lane: "A", text: "a\(id)"), at: .start) }
    _ = try await store.accept(.sample("b1", lane: "B", text: "b1"), at: .start)
    let first = try await store.claim(.at(.start)).replies
    #expect(first.map(\.text) == ["a1", "b1"])
    #expect(try await store.claim(.at(.start)).replies.isEmpty)
    let reply = try #require(first.first)
    #expect(try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .after(1)) == .settled)
    #expect(try await store.claim(.at(.after(1))).replies.map(\.text) == ["a2"])
  }

  @Test func givesTheReplyAsItWasAccepted() async throws {
    let store = try await StoreFolder().open()
    let message = try InboundMessage.sample("m1", text: "hello", at: .after(3))
    _ = try await store.accept(message, at: .after(4))
    let reply = try #require(try await store.claim(.at(.after(5))).replies.first)
    #expect(reply.platform == "slack" && reply.lane == "C1" && reply.endpoint == "slack")
    #expect(reply.destination == Data("to C1".utf8) && reply.payload == Data("hello".utf8))
    #expect(reply.user == message.user && reply.conversation == message.conversation)
    #expect(reply.askedAt == .after(3) && reply.createdAt == .after(4) && reply.expiresAt == .after(86_403))
    #expect(reply.attempts == 0 && reply.unsettled == 0 && reply.lateSince == nil)
  }

  @Test func refusesAWorkerWhoseReplyWasClaimedSince() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("m1"), at: .start)
    let slow = try #require(try await store.claim(.at(.start, lease: .seconds(30))).replies.first)
    #expect(try await store.claim(.at(.after(29))).replies.isEmpty)
    let quick = try #require(try await store.claim(.at(.after(30))).replies.first)
    #expect(quick.claim.fence == slow.claim.fence + 1)
    #expect(quick.unsettled == 1)
    #expect(quick.idempotencyKey == slow.idempotencyKey)
    #expect(try await store.settle(slow.claim, as: .delivered(receipt: nil), at: .after(31)) == .stale)
    #expect(try await store.settle(slow.claim, as: .dead(.refused, reason: ""), at: .after(31)) == .stale)
    #expect(try await store.census().pending == 1)
    #expect(try await store.settle(quick.claim, as: .delivered(receipt: nil), at: .after(32)) == .settled)
    #expect(try await store.settle(quick.claim, as: .delivered(receipt: nil), at: .after(32)) == .stale)
    #expect(try await store.census().pending == 0)
  }

  @Test func takesALateSettlementWhenNobodyElseClaimed() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("m1"), at: .start)
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    #expect(try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .after(999)) == .settled)
  }

  @Test func retriesWhenDueAndHoldsTheLaneTillThen() async throws {
    let store = try await StoreFolder().open()
    for id in 1...2 { _ = try await store.accept(.sample("m\(id)", text: "\(id)"), at: .start) }
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    _ = try await store.settle(reply.claim, as: .retry(at: .after(60), reason: "500"), at: .after(1))
    let early = try await store.claim(.at(.after(59.999)))
    #expect(early.replies.isEmpty)
    #expect(early.nextDue == ["slack": .after(60)])
    let again = try #require(try await store.claim(.at(.after(60))).replies.first)
    #expect(again.text == "1" && again.attempts == 1 && again.unsettled == 0)
  }

  @Test func handsBackWithoutCountingAnAttempt() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("m1"), at: .start)
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    try await store.release([reply.claim], at: .after(1))
    #expect(try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .after(1)) == .stale)
    let again = try #require(try await store.claim(.at(.after(1))).replies.first)
    #expect(again.attempts == 0 && again.unsettled == 0)
  }

  @Test func aRestartTakesBackLeasesAtOnceAndSpendsNoAttempt() async throws {
    let folder = try StoreFolder()
    for round in 0..<5 {
      let store = try await folder.open(at: .after(Double(round)))
      _ = try await store.accept(.sample("m1"), at: .after(Double(round)))
      let reply = try #require(try await store.claim(.at(.after(Double(round)))).replies.first)
      #expect(reply.attempts == 0)
      #expect(reply.unsettled == round)
      await store.close()
    }
  }

  @Test func aRestartKeepsDueTimesAndAttempts() async throws {
    let folder = try StoreFolder()
    let first = try await folder.open()
    _ = try await first.accept(.sample("m1"), at: .start)
    let reply = try #require(try await first.claim(.at(.start)).replies.first)
    _ = try await first.settle(reply.claim, as: .retry(at: .after(100), reason: "500"), at: .start)
    await first.close()
    let second = try await folder.open(at: .after(50))
    #expect(try await second.claim(.at(.after(99))).replies.isEmpty)
    #expect(try await second.claim(.at(.after(100))).replies.first?.attempts == 1)
  }

  @Test func aClockSetBackWhileStoppedDoesNotHoldReplies() async throws {
    let folder = try StoreFolder()
    let first = try await folder.open(at: .after(7200))
    _ = try await first.accept(.sample("m1", at: .after(7200)), at: .after(7200))
    let reply = try #require(try await first.claim(.at(.after(7200))).replies.first)
    _ = try await first.settle(reply.claim, as: .retry(at: .after(7260), reason: "500"), at: .after(7200))
    await first.close()
    let second = try await folder.open(at: .start)
    #expect(try await second.claim(.at(.after(59))).replies.isEmpty)
    let again = try #require(try await second.claim(.at(.after(60))).replies.first)
    #expect(again.expiresAt == .after(86_400))
  }

  @Test func neverClaimsALaneInFlightWhateverTheClockSays() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("m1"), at: .start)
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    let later = try await store.claim(.at(.after(1_000_000), excluding: [reply.laneID]))
    #expect(later.replies.isEmpty && later.nextDue.isEmpty)
    #expect(try await store.settle(reply.claim, as: .delivered(receipt: nil), at: .after(-500)) == .settled)
  }

  @Test func holdsALaneForARateLimit() async throws {
    let store = try await StoreFolder().open()
    for id in 1...2 { _ = try await store.accept(.sample("m\(id)"), at: .start) }
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    let settlement = Settlement(claim: reply.claim, step: .delivered(receipt: nil), laneHeldUntil: .after(5))
    let turn = try await store.exchange(settling: [settlement], claiming: .at(.start), at: .start)
    #expect(turn.results == [.settled])
    #expect(turn.claimed.replies.isEmpty)
    #expect(turn.claimed.nextDue == ["slack": .after(5)])
  }

  @Test func sharesALimitAmongEndpoints() async throws {
    let store = try await StoreFolder().open()
    for lane in 0..<20 {
      _ = try await store.accept(.sample("a\(lane)", lane: "a\(lane)", endpoint: "a"), at: .start)
    }
    for lane in 0..<2 {
      _ = try await store.accept(.sample("b\(lane)", lane: "b\(lane)", endpoint: "b"), at: .after(1))
    }
    let batch = try await store.claim(.at(.after(2), limit: 6))
    #expect(batch.replies.count { $0.endpoint == "b" } == 2)
    #expect(batch.replies.count { $0.endpoint == "a" } == 4)
    #expect(batch.nextDue == ["a": .start])
  }

  @Test func takesNothingOfAClosedEndpointAndSaysWhatWaitsThere() async throws {
    let store = try await StoreFolder().open()
    _ = try await store.accept(.sample("m1", lane: "a", endpoint: "down"), at: .start)
    _ = try await store.accept(.sample("m2", lane: "b", endpoint: "up"), at: .start)
    let batch = try await store.claim(.at(.after(1), endpoints: ["down": 0]))
    #expect(batch.replies.map(\.endpoint) == ["up"])
    #expect(batch.nextDue == ["down": .start])
  }
}

extension LeasedReply {
  var text: String { String(decoding: payload, as: UTF8.self) }
}
