import Delivery
import Foundation

/// Accepts in several lanes at once and sends what it accepted, saying each step, until it is killed.
struct Work {
  let folder: URL
  /// Where each lane goes on.
  let counts: [Int]

  func run() async throws {
    let clock = SteadyClock()
    let store = try await Probe.open(folder, at: clock.now)
    let policy = DeliveryPolicy(
      schedule: RetrySchedule(waits: Array(repeating: .zero, count: 1000), jitter: 0), mostUnsettled: 1000)
    var settings = WorkerSettings()
    settings.breaker.failuresToOpen = .max
    let worker = DeliveryWorker(
      store: store, sender: SayingSender(), policy: policy, settings: settings, clock: clock, observer: Deaf())
    say("ready")
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { await worker.run() }
      for (lane, count) in counts.enumerated() {
        group.addTask { try await accept(lane, from: count, store, clock, worker) }
      }
      try await group.waitForAll()
    }
  }

  private func accept(
    _ lane: Int, from count: Int, _ store: SQLiteStore, _ clock: SteadyClock, _ worker: DeliveryWorker
  ) async throws {
    let key = try Probe.key()
    for number in count... {
      let id = "\(lane)-\(number)"
      let message = Probe.message(id, lane: "lane\(lane)", key, at: clock.now)
      let acceptance = try await store.accept(message, at: clock.now)
      worker.wake()
      say(acceptance == .duplicate ? "had \(id)" : "accepted \(id)")
    }
  }
}
