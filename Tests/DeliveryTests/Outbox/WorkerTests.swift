import Delivery
import Foundation
import Matching
import OutboxFixture
import Synchronization
import Testing

@Suite(.storeFolders) struct WorkerTests {
  let clock = ManualClock()
  let log = EventLog()

  private func worker(
    _ store: any OutboxStore, _ sender: any ReplySender, _ settings: WorkerSettings = WorkerSettings(),
    policy: DeliveryPolicy = DeliveryPolicy()
  ) -> DeliveryWorker {
    DeliveryWorker(
      store: store, sender: sender, policy: policy, settings: settings, clock: clock, dice: SeededGenerator(seed: 1),
      observer: log)
  }

  /// Runs a worker while `body` does, then stops it.
  private func running(_ worker: DeliveryWorker, _ body: () async throws -> Void) async throws {
    async let work: Void = worker.run()
    do {
      try await body()
    } catch {
      worker.stop(within: .zero)
      await work
      throw error
    }
    worker.stop(within: .seconds(10))
    await work
  }

  @Test func sendsWhatWasThereAndWhatComes() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender()
    _ = try await store.accept(.sample("m1", text: "1"), at: .start)
    let worker = worker(store, sender)
    try await running(worker) {
      await log.saw(1, \.isDelivered)
      _ = try await store.accept(.sample("m2", text: "2"), at: .start)
      worker.wake()
      await log.saw(2, \.isDelivered)
      _ = try await store.accept(.sample("m3", text: "3"), at: .start)
      worker.queued(for: "slack")
      await log.saw(3, \.isDelivered)
    }
    #expect(sender.texts == ["1", "2", "3"])
    #expect(try await store.census().pending == 0)
  }

  @Test func keepsEachLaneInOrderWithOneInFlight() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender { _, before in
      before % 3 == 0 ? .retry(after: nil, reason: "500") : .delivered(receipt: nil)
    }
    for id in 0..<60 {
      _ = try await store.accept(.sample("m\(id)", lane: "L\(id % 4)", text: "\(id)"), at: .start)
    }
    var patient = WorkerSettings()
    patient.breaker.failuresToOpen = 1000
    let policy = DeliveryPolicy(schedule: RetrySchedule(waits: Array(repeating: .zero, count: 50), jitter: 0))
    try await running(worker(store, sender, patient, policy: policy)) { await log.saw(60, \.isDelivered) }
    #expect(sender.mostInOneLane == 1)
    for lane in 0..<4 {
      // Where a reply was retried it stands twice, still before all that came after it.
      let numbers = sender.all.filter { $0.lane == "L\(lane)" }.compactMap { Int($0.text) }
      #expect(numbers == numbers.sorted())
      #expect(Set(numbers).count == 15)
    }
  }

  @Test func retriesWhenTheClockSaysSoWithTheSameKey() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender { _, before in
      before == 0 ? .retry(after: .seconds(50), reason: "429") : .delivered(receipt: nil)
    }
    _ = try await store.accept(.sample("m1"), at: .start)
    try await running(worker(store, sender)) {
      await log.saw(1, \.isRetry)
      await clock.sleeping { $0 >= .after(50) && $0 <= .after(53) }
      clock.set(.after(49.9))
      #expect(sender.all.count == 1)
      clock.set(.after(53))
      await log.saw(1, \.isDelivered)
    }
    #expect(Set(sender.all.map(\.key)).count == 1)
    #expect(log.events.contains(.delivered(platform: "slack", after: .seconds(53), attempt: 2)))
  }

  @Test func aBlackHoleDoesNotHoldUpOthers() async throws {
    let store = try await StoreFolder().open()
    let hole = Gate()
    let sender = ScriptedSender { reply, _ in
      if reply.endpoint == "hole" { _ = await hole.pass() }
      return .delivered(receipt: nil)
    }
    for lane in 0..<50 {
      _ = try await store.accept(.sample("h\(lane)", lane: "h\(lane)", endpoint: "hole", text: "hole"), at: .start)
    }
    for lane in 0..<50 {
      _ = try await store.accept(.sample("o\(lane)", lane: "o\(lane)", endpoint: "open"), at: .after(1))
    }
    clock.set(.after(1))
    let settings = WorkerSettings(concurrency: 8, concurrencyPerEndpoint: 4)
    try await running(worker(store, sender, settings)) {
      await log.saw(50, \.isDelivered)
      #expect(sender.texts.count { $0 == "hole" } == 4)
      hole.open()
      await log.saw(100, \.isDelivered)
    }
  }

  @Test func sparesAnEndpointThatFailsAndProbesItOnce() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender { _, before in
      before < 6 ? .retry(after: nil, reason: "timeout") : .delivered(receipt: nil)
    }
    for lane in 0..<20 { _ = try await store.accept(.sample("m\(lane)", lane: "\(lane)"), at: .start) }
    var settings = WorkerSettings(concurrency: 1)
    settings.breaker = .init(failuresToOpen: 5, pause: .seconds(30))
    try await running(worker(store, sender, settings)) {
      await log.saw(1) { $0 == .breakerOpened(endpoint: "slack") }
      await clock.sleeping { $0 == .after(30) }
      #expect(sender.all.count == 5)
      clock.set(.after(30))
      await log.saw(6, \.isRetry)
      await clock.sleeping { $0 == .after(90) }
      #expect(sender.all.count == 6)
      clock.set(.after(90))
      await log.saw(20, \.isDelivered)
    }
    #expect(log.events.contains(.breakerClosed(endpoint: "slack")))
  }

  @Test func asksTheStoreForNothingMoreWhileAnEndpointIsSpared() async throws {
    let store = try await StoreFolder().open()
    let turns = Mutex(0)
    let seen = FaultyStore(store) { _ in
      turns.withLock { $0 += 1 }
      return nil
    }
    let sender = ScriptedSender { reply, before in
      reply.endpoint == "slack" && before < 5 ? .retry(after: nil, reason: "timeout") : .delivered(receipt: nil)
    }
    for lane in 0..<5 { _ = try await store.accept(.sample("m\(lane)", lane: "\(lane)"), at: .start) }
    var settings = WorkerSettings(concurrency: 1)
    settings.breaker = .init(failuresToOpen: 5, pause: .seconds(30))
    let worker = worker(seen, sender, settings)
    try await running(worker) {
      await log.saw(1) { $0 == .breakerOpened(endpoint: "slack") }
      await clock.sleeping { $0 == .after(30) }
      let before = turns.withLock { $0 }
      for lane in 10..<60 {
        _ = try await store.accept(.sample("m\(lane)", lane: "\(lane)"), at: .start)
        worker.queued(for: "slack")
      }
      // What goes elsewhere is sent at once, and with it the worker has heard of all that was queued before.
      _ = try await store.accept(.sample("other", lane: "o", endpoint: "open"), at: .start)
      worker.queued(for: "open")
      await log.saw(1, \.isDelivered)
      await clock.sleeping { $0 == .after(30) }
      #expect(turns.withLock { $0 } - before <= 4)
      clock.set(.after(30))
      await log.saw(56, \.isDelivered)
    }
  }

  @Test func goesNoFasterThanALaneAllows() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender()
    for id in 1...3 { _ = try await store.accept(.sample("m\(id)", text: "\(id)"), at: .start) }
    let settings = WorkerSettings(laneRates: ["slack": .init(burst: 1, interval: .seconds(1))])
    try await running(worker(store, sender, settings)) {
      await log.saw(1, \.isDelivered)
      await clock.sleeping { $0 == .after(1) }
      #expect(sender.all.count == 1)
      clock.set(.after(1))
      await log.saw(2, \.isDelivered)
      await clock.sleeping { $0 == .after(2) }
      clock.set(.after(2))
      await log.saw(3, \.isDelivered)
    }
    #expect(sender.texts == ["1", "2", "3"])
  }

  @Test func goesNoFasterThanAnEndpointAllows() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender()
    for id in 1...5 { _ = try await store.accept(.sample("m\(id)", lane: "L\(id)"), at: .start) }
    let settings = WorkerSettings(endpointRates: ["slack": .init(burst: 2, interval: .seconds(10))])
    try await running(worker(store, sender, settings)) {
      await log.saw(2, \.isDelivered)
      await clock.sleeping { $0 == .after(10) }
      #expect(sender.all.count == 2)
      clock.set(.after(30))
      await log.saw(4, \.isDelivered)
      await clock.sleeping { $0 == .after(40) }
      clock.set(.after(40))
      await log.saw(5, \.isDelivered)
    }
  }

  @Test func buriesWhatIsRefusedOrTooOldAndGoesOn() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender { reply, _ in reply.text == "bad" ? .refused("403") : .delivered(receipt: nil) }
    _ = try await store.accept(.sample("m1", text: "old", life: 5), at: .start)
    _ = try await store.accept(.sample("m2", text: "bad"), at: .start)
    _ = try await store.accept(.sample("m3", text: "good"), at: .start)
    clock.set(.after(5))
    try await running(worker(store, sender)) { await log.saw(1, \.isDelivered) }
    #expect(sender.texts == ["bad", "good"])
    let dead = try await store.deadLetters(after: nil, limit: 10)
    #expect(dead.map(\.cause) == [.expired, .refused])
    #expect(dead.map(\.reason) == ["", "403"])
    #expect(dead.map(\.attempts) == [0, 1])
  }

  @Test func marksALateReply() async throws {
    let store = try await StoreFolder().open()
    let sender = ScriptedSender()
    _ = try await store.accept(.sample("m1", text: "late"), at: .start)
    _ = try await store.accept(.sample("m2", text: "timely", at: .after(300)), at: .after(300))
    clock.set(.after(601))
    try await running(worker(store, sender)) { await log.saw(2, \.isDelivered) }
    #expect(sender.all.map(\.lateSince) == [.start, nil])
  }

  @Test func suspectsAReplyThatEndsTheProcess() async throws {
    let folder = try StoreFolder()
    for round in 0..<3 {
      let store = try await folder.open()
      _ = try await store.accept(.sample("m1"), at: .start)
      #expect(try await store.claim(.at(.start)).replies.first?.unsettled == round)
      await store.close()
    }
    let store = try await folder.open()
    let sender = ScriptedSender()
    try await running(worker(store, sender, policy: DeliveryPolicy(mostUnsettled: 3))) { await log.saw(1, \.isDeath) }
    #expect(sender.all.isEmpty)
    #expect(try await store.deadLetters(after: nil, limit: 1).first?.cause == .abandoned)
  }

  @Test func aStopWaitsForWhatIsBeingSent() async throws {
    let store = try await StoreFolder().open()
    let gate = Gate()
    let sender = ScriptedSender { _, _ in
      _ = await gate.pass()
      return .delivered(receipt: nil)
    }
    for lane in 0..<3 { _ = try await store.accept(.sample("m\(lane)", lane: "\(lane)"), at: .start) }
    let worker = worker(store, sender, WorkerSettings(concurrency: 2))
    async let work: Void = worker.run()
    await gate.reached(by: 2)
    worker.stop(within: .seconds(10))
    await clock.sleeping { $0 == .after(10) }
    gate.open()
    await work
    #expect(log.events.count(where: \.isDelivered) == 2)
    #expect(try await store.claim(.at(.start)).replies.map(\.attempts) == [0])
  }

  @Test func aStopHandsBackWhatDoesNotEndInTime() async throws {
    let store = try await StoreFolder().open()
    let gate = Gate()
    let sender = ScriptedSender { _, _ in
      await gate.pass() ? .delivered(receipt: nil) : .retry(after: nil, reason: "cancelled")
    }
    _ = try await store.accept(.sample("m1"), at: .start)
    let worker = worker(store, sender)
    async let work: Void = worker.run()
    await gate.reached(by: 1)
    worker.stop(within: .seconds(10))
    await clock.sleeping { $0 == .after(10) }
    clock.set(.after(10))
    await work
    #expect(log.events == [.released(platform: "slack")])
    let again = try #require(try await store.claim(.at(.after(10))).replies.first)
    #expect(again.attempts == 0 && again.unsettled == 0)
  }

  @Test func cancellingItHandsBackAtOnce() async throws {
    let store = try await StoreFolder().open()
    let gate = Gate()
    let sender = ScriptedSender { _, _ in
      await gate.pass() ? .delivered(receipt: nil) : .retry(after: nil, reason: "cancelled")
    }
    _ = try await store.accept(.sample("m1"), at: .start)
    let worker = worker(store, sender)
    await withTaskGroup(of: Void.self) { group in
      group.addTask { await worker.run() }
      await gate.reached(by: 1)
      group.cancelAll()
    }
    #expect(try await store.claim(.at(.start)).replies.count == 1)
  }

  @Test func clockJumpsSendNothingTwice() async throws {
    let store = try await StoreFolder().open()
    let gate = Gate()
    let sender = ScriptedSender { _, _ in
      _ = await gate.pass()
      return .delivered(receipt: nil)
    }
    _ = try await store.accept(.sample("m1", life: 1e9), at: .start)
    let worker = worker(store, sender)
    try await running(worker) {
      await gate.reached(by: 1)
      for jump in [86_400, -86_400, 3, 100_000.0] {
        clock.set(.after(jump))
        worker.wake()
        _ = try await store.accept(.sample("jump \(jump)", lane: "other \(jump)", life: 1e9), at: clock.now)
        worker.wake()
      }
      await gate.reached(by: 5)
      gate.open()
      await log.saw(5, \.isDelivered)
    }
    #expect(sender.all.count == 5)
    #expect(!log.events.contains(.stale(platform: "slack")))
  }
}
