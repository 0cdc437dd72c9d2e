import Delivery
import Foundation
import Matching
import Testing

/// Kills a process that accepts and sends, again and again, and then asks what is left.
@Suite(.storeFolders) struct KillTests {
  /// Kills a test; more with `MARROW_KILLS`.
  private static let kills = ProcessInfo.processInfo.environment["MARROW_KILLS"].flatMap { Int($0) } ?? 6

  @Test(arguments: [1, 2] as [UInt64]) func losesNothingThatWasAccepted(seed: UInt64) async throws {
    let folder = try StoreFolder()
    var dice = SeededGenerator(seed: seed)
    var ledger = KillLedger(lanes: 6)
    for _ in 0..<Self.kills {
      let limit = Int.random(in: 1...150, using: &dice)
      // One number back, so that copies of what was accepted come too.
      let counts = ledger.counts.map { String(max(0, $0 - 1)) }
      let run = try await ProbeRun.run(["work", folder.url.path] + counts, killedAfter: limit)
      #expect(run.lines.first == "ready", "\(run.lines.prefix(3))")
      #expect(!run.succeeded)
      ledger.add(run.lines)
    }
    #expect(!ledger.accepted.isEmpty)
    ledger.add(try await drained(folder))
    check(ledger, kills: Self.kills)
  }

  /// Delivers what the killed processes left, and says so in their words.
  private func drained(_ folder: StoreFolder) async throws -> [String] {
    let clock = SteadyClock()
    let store = try await SQLiteStore.open(
      StoreSettings(file: folder.database), key: StoreKey(bytes: Data(repeating: 9, count: 32)), at: clock.now)
    let pending = try await store.census().pending
    let (log, sender) = (EventLog(), ScriptedSender())
    let policy = DeliveryPolicy(mostUnsettled: 1000)
    let worker = DeliveryWorker(store: store, sender: sender, policy: policy, clock: clock, observer: log)
    async let work: Void = worker.run()
    await log.saw(pending, \.isDelivered)
    worker.stop(within: .seconds(10))
    await work
    #expect(try await store.census().pending == 0)
    #expect(try await store.census().deadLetters == 0)
    await store.close()
    return sender.all.map { "delivered \($0.text.prefix { $0 != " " }) \($0.key)" }
  }

  private func check(_ ledger: KillLedger, kills: Int) {
    #expect(ledger.accepted.isSubset(of: ledger.deliveries.keys))
    #expect(ledger.doubledInOneRun.isEmpty)
    #expect(ledger.keys.values.allSatisfy { $0.count == 1 })
    for (lane, numbers) in ledger.sent {
      #expect(numbers == numbers.sorted(), "lane \(lane) out of order")
      #expect(Set(numbers) == Set(0...(numbers.last ?? 0)), "lane \(lane) has a gap")
    }
    for lane in 0..<ledger.lanes {
      let extra = ledger.deliveries.filter { $0.key.hasPrefix("\(lane)-") }.reduce(0) { $0 + $1.value - 1 }
      #expect(extra <= kills, "lane \(lane)")
    }
  }
}
