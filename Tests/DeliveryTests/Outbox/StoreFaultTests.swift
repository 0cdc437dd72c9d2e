import Delivery
import Foundation
import Matching
import OutboxFixture
import Synchronization
import Testing

@Suite(.storeFolders) struct StoreFaultTests {
  @Test func aFullStoreTakesNothingHalfAndWorksAgainOnceThereIsRoom() async throws {
    let folder = try StoreFolder()
    let full = try await folder.open { $0.largestFile = 200_000 }
    var accepted = 0
    let failure = await #expect(throws: StoreFailure.self) {
      while accepted < 1000 {
        let text = String(repeating: "x", count: 1000)
        _ = try await full.accept(.sample("m\(accepted)", lane: "\(accepted)", text: text), at: .start)
        accepted += 1
      }
    }
    #expect(failure == .full)
    try await checkRows(full, accepted)
    await full.close()
    let roomy = try await folder.open()
    #expect(try await roomy.accept(.sample("m\(accepted)", lane: "\(accepted)"), at: .start) != .duplicate)
    try await checkRows(roomy, accepted + 1)
  }

  @Test func aWriteThatFailsLeavesItsNeighboursInTheCommitAlone() async throws {
    let store = try await StoreFolder().open { $0.largestFile = 400_000 }
    let outcomes = try await withThrowingTaskGroup(of: Acceptance?.self) { group in
      for id in 0..<30 {
        // Each third is larger than the store may ever become.
        let text = String(repeating: "x", count: id % 3 == 0 ? 500_000 : 10)
        group.addTask {
          do {
            return try await store.accept(.sample("m\(id)", lane: "\(id)", text: text), at: .start)
          } catch StoreFailure.full { return nil }
        }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(outcomes.count { $0 == nil } == 10)
    try await checkRows(store, 20)
  }

  @Test func aLockOfAnotherProcessIsBusyAndPasses() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open { $0.busyTimeout = .milliseconds(20) }
    let other = try ForeignLock(folder.database)
    await #expect(throws: StoreFailure.busy) { try await store.accept(.sample("m1"), at: .start) }
    await #expect(throws: StoreFailure.busy) { try await store.claim(.at(.start)) }
    // Reading goes on beside a writer.
    #expect(try await store.census().pending == 0)
    try other.release()
    #expect(try await store.accept(.sample("m1"), at: .start) != .duplicate)
    #expect(try await store.claim(.at(.start)).replies.count == 1)
  }

  @Test func theWorkerGoesOnWhenTheStoreWorksAgain() async throws {
    let folder = try StoreFolder()
    let store = try await folder.open { $0.busyTimeout = .milliseconds(1) }
    let (clock, log, gate) = (ManualClock(), EventLog(), Gate())
    let sender = ScriptedSender { _, _ in
      _ = await gate.pass()
      return .delivered(receipt: nil)
    }
    _ = try await store.accept(.sample("m1"), at: .start)
    _ = try await store.accept(.sample("m2"), at: .start)
    let worker = DeliveryWorker(
      store: store, sender: sender, clock: clock, dice: SeededGenerator(seed: 1), observer: log)
    async let work: Void = worker.run()
    await gate.reached(by: 1)
    let other = try ForeignLock(folder.database)
    gate.open()
    await log.saw { $0 == .storeFailed(.busy) }
    await clock.sleeping { $0 == .after(0.1) }
    #expect(sender.all.count == 1)
    try other.release()
    clock.set(.after(0.1))
    await log.saw(2, \.isDelivered)
    worker.stop(within: .seconds(1))
    await work
    // The outcome that could not be written at once was not forgotten: nothing went out twice.
    #expect(sender.all.count == 2)
  }

  @Test func oneOutcomeTheStoreCannotTakeDoesNotHoldUpOthers() async throws {
    let folder = try StoreFolder()
    let hasRelented = Mutex(false)
    let store = FaultyStore(try await folder.open()) { settling in
      let isRefused = settling.contains { if case .dead = $0.step { true } else { false } }
      return isRefused && !hasRelented.withLock { $0 } ? .full : nil
    }
    let (clock, log) = (ManualClock(), EventLog())
    let sender = ScriptedSender { reply, _ in
      reply.lane == "bad" ? .refused("403") : .delivered(receipt: nil)
    }
    _ = try await store.accept(.sample("m0", lane: "bad"), at: .start)
    for id in 1...20 { _ = try await store.accept(.sample("m\(id)", lane: "L\(id % 3)"), at: .start) }
    let worker = DeliveryWorker(
      store: store, sender: sender, clock: clock, dice: SeededGenerator(seed: 1), observer: log)
    async let work: Void = worker.run()
    await log.saw(20, \.isDelivered)
    hasRelented.withLock { $0 = true }
    worker.wake()
    await log.saw(1, \.isDeath)
    worker.stop(within: .seconds(1))
    await work
    #expect(sender.all.count == 21)
  }

  /// As many replies, messages and conversations as were accepted: none half.
  private func checkRows(_ store: SQLiteStore, _ count: Int) async throws {
    let census = try await store.census()
    #expect(census.pending == count && census.rememberedMessages == count && census.conversations == count)
  }
}
