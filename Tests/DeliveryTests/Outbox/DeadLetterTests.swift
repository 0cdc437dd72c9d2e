import Delivery
import Foundation
import Testing

@Suite(.storeFolders) struct DeadLetterTests {
  /// A store with one dead letter of lane C1, text "secret answer".
  private func storeWithDead(_ folder: StoreFolder) async throws -> (SQLiteStore, LeasedReply) {
    let store = try await folder.open()
    _ = try await store.accept(.sample("m1", text: "secret answer"), at: .start)
    let reply = try #require(try await store.claim(.at(.start)).replies.first)
    _ = try await store.settle(reply.claim, as: .dead(.refused, reason: "403 forbidden"), at: .after(5))
    return (store, reply)
  }

  @Test func listsWithoutTextAndShowsWithIt() async throws {
    let (store, reply) = try await storeWithDead(StoreFolder())
    let letter = DeadLetter(
      id: reply.claim.reply, platform: "slack", cause: .refused, reason: "403 forbidden", attempts: 1, askedAt: .start,
      createdAt: .start, diedAt: .after(5), payload: nil, isWiped: false)
    #expect(try await store.deadLetters(after: nil, limit: 10) == [letter])
    #expect(try await store.deadLetters(after: letter.id, limit: 10).isEmpty)
    #expect(try await store.deadLetters(after: nil, limit: 0).isEmpty)
    let shown = try #require(try await store.deadLetter(letter.id))
    #expect(shown.payload == Data("secret answer".utf8))
    #expect(!String(reflecting: shown).contains("secret") && !"\(shown)".contains("secret"))
    #expect(try await store.deadLetter(ReplyID(99)) == nil)
  }

  @Test func replaysOnceHoweverOftenAsked() async throws {
    let (store, reply) = try await storeWithDead(StoreFolder())
    let id = reply.claim.reply
    #expect(try await store.replay(id, life: .seconds(60), at: .after(100)) == .replayed)
    #expect(try await store.replay(id, life: .seconds(60), at: .after(100)) == .notFound)
    let again = try #require(try await store.claim(.at(.after(100))).replies.first)
    #expect(again.claim.reply == id && again.claim.fence > reply.claim.fence)
    #expect(again.idempotencyKey == reply.idempotencyKey)
    #expect(again.destination == reply.destination && again.payload == reply.payload && again.lane == reply.lane)
    #expect(again.attempts == 0 && again.expiresAt == .after(160))
    #expect(try await store.claim(.at(.after(100))).replies.isEmpty)
    #expect(try await store.census().deadLetters == 0)
  }

  @Test func aReplayWaitsForWhatIsInFlightInItsLane() async throws {
    let (store, dead) = try await storeWithDead(StoreFolder())
    _ = try await store.accept(.sample("m2", text: "second"), at: .after(6))
    let inFlight = try #require(try await store.claim(.at(.after(6))).replies.first)
    #expect(try await store.replay(dead.claim.reply, life: .seconds(60), at: .after(7)) == .replayed)
    #expect(try await store.claim(.at(.after(7))).replies.isEmpty)
    #expect(try await store.settle(dead.claim, as: .delivered(receipt: nil), at: .after(7)) == .stale)
    #expect(try await store.settle(inFlight.claim, as: .delivered(receipt: nil), at: .after(8)) == .settled)
    #expect(try await store.claim(.at(.after(8))).replies.map(\.text) == ["secret answer"])
  }

  @Test func dropsForGood() async throws {
    let (store, reply) = try await storeWithDead(StoreFolder())
    #expect(try await store.drop(reply.claim.reply))
    #expect(try await !store.drop(reply.claim.reply))
    #expect(try await store.replay(reply.claim.reply, life: .seconds(1), at: .start) == .notFound)
  }

  @Test func wipesTextAndAddressAfterADayAndTheRestAfterAMonth() async throws {
    let folder = try StoreFolder()
    let (store, reply) = try await storeWithDead(folder)
    let id = reply.claim.reply
    #expect(try await store.sweep(at: .after(5 + 86_399)).wiped == 0)
    #expect(try folder.contains("secret answer"))
    #expect(try await store.sweep(at: .after(5 + 86_400)).wiped == 1)
    #expect(try !folder.contains("secret answer"))
    #expect(try await store.deadLetter(id)?.isWiped == true)
    #expect(try await store.replay(id, life: .seconds(60), at: .after(90_000)) == .wiped)
    #expect(try await store.sweep(at: .after(5 + 31 * 86_400)).dropped == 1)
    #expect(try await store.deadLetter(id) == nil)
  }

  @Test func keepsNoAddressInClear() async throws {
    let folder = try StoreFolder()
    let (store, _) = try await storeWithDead(folder)
    _ = try await store.sweep(at: .after(10))
    #expect(try folder.contains("secret answer"))
    #expect(try !folder.contains("to C1"))
    #expect(try !folder.contains(Data("to C1".utf8).base64EncodedString()))
  }

  @Test func whatExpiresBehindAnOpenBreakerBecomesADeadLetter() async throws {
    let store = try await StoreFolder().open()
    for id in 1...3 { _ = try await store.accept(.sample("m\(id)", text: "\(id)", life: Double(id * 10)), at: .start) }
    #expect(try await store.sweep(at: .after(9)).expired == 0)
    #expect(try await store.sweep(at: .after(20)).expired == 2)
    #expect(try await store.claim(.at(.after(21))).replies.map(\.text) == ["3"])
    // What is leased may just be being delivered.
    #expect(try await store.sweep(at: .after(50)).expired == 0)
    #expect(try await store.deadLetters(after: nil, limit: 9).map(\.cause) == [.expired, .expired])
  }
}
