import Delivery
import Foundation

/// How much goes through a store in a second, on the disk the folder is on.
struct Measurement {
  let folder: URL
  private let callers = 64
  private let seconds = 3.0

  func run() async throws {
    let clock = SteadyClock()
    let store = try await Probe.open(folder, at: clock.now)
    try await report("accept, one caller", store) { try await accept(store, clock, "one", callers: 1) }
    try await report("accept, \(callers) callers", store) { try await accept(store, clock, "many", callers: callers) }
    try await report("claim and settle, one at a time", store) { try await settleOneByOne(store, clock) }
    try await report("worker, \(WorkerSettings().concurrency) in flight", store) { try await work(store, clock) }
    try await report("load a conversation, \(callers) callers", store) { try await load(store, clock) }
    try await rewrite(store, clock)
    await store.close()
  }

  /// How long writes wait while the file is written anew.
  private func rewrite(_ store: SQLiteStore, _ clock: SteadyClock) async throws {
    let file = folder.appending(path: "outbox.sqlite").path
    let (start, cpu) = (ContinuousClock.now, processorTime())
    _ = try await store.erase(user: Probe.key().hash(.user, "nobody"))
    let time = start.duration(to: .now).seconds
    let size = try FileManager.default.attributesOfItem(atPath: file)[.size] as? Int ?? 0
    say(String(format: "erase: %.2f s, %.2f s CPU for %.1f MB", time, processorTime() - cpu, Double(size) / 1e6))
  }

  private func report(_ name: String, _ store: SQLiteStore, _ body: () async throws -> Int) async throws {
    let (commits, cpu, start) = (store.commitCount, processorTime(), ContinuousClock.now)
    let count = try await body()
    let time = start.duration(to: .now).seconds
    let each = (processorTime() - cpu) / Double(max(1, count)) * 1e6
    let grouped = Double(count) / Double(max(1, store.commitCount - commits))
    say(
      String(
        format: "%@: %.0f/s, %.0f us CPU each, %.1f to a commit", name, Double(count) / time, each, grouped))
  }

  private func accept(_ store: SQLiteStore, _ clock: SteadyClock, _ name: String, callers: Int) async throws -> Int {
    let (end, key) = (clock.now + seconds, try Probe.key())
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for caller in 0..<callers {
        group.addTask {
          var count = 0
          while clock.now < end {
            let (id, now) = ("\(name)-\(caller)-\(count)", clock.now)
            _ = try await store.accept(Probe.message(id, lane: id, key, at: now), at: now)
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
  }

  private func settleOneByOne(_ store: SQLiteStore, _ clock: SteadyClock) async throws -> Int {
    let end = clock.now + seconds
    var count = 0
    while clock.now < end {
      let request = ClaimRequest(now: clock.now, lease: .seconds(60), limit: 1, limitPerEndpoint: 1)
      guard let reply = try await store.claim(request).replies.first else { break }
      _ = try await store.settle(reply.claim, as: .delivered(receipt: nil), at: clock.now)
      count += 1
    }
    return count
  }

  private func work(_ store: SQLiteStore, _ clock: SteadyClock) async throws -> Int {
    let before = try await store.census().pending
    let settings = WorkerSettings(concurrencyPerEndpoint: 64)
    let worker = DeliveryWorker(
      store: store, sender: InstantSender(), settings: settings, clock: clock, observer: Deaf())
    async let run: Void = worker.run()
    try await clock.sleep(until: clock.now + seconds)
    worker.stop(within: .seconds(1))
    await run
    return before - (try await store.census().pending)
  }

  private func load(_ store: SQLiteStore, _ clock: SteadyClock) async throws -> Int {
    let (end, key) = (clock.now + seconds, try Probe.key())
    return try await withThrowingTaskGroup(of: Int.self) { group in
      for caller in 0..<callers {
        group.addTask {
          let conversation = key.hash(.conversation, "many-\(caller)-0")
          var count = 0
          while clock.now < end {
            _ = try await store.conversation(conversation, at: clock.now)
            count += 1
          }
          return count
        }
      }
      return try await group.reduce(0, +)
    }
  }

  /// Seconds of this process on any processor.
  private func processorTime() -> Double {
    var usage = rusage()
    getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
    func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
    return seconds(usage.ru_utime) + seconds(usage.ru_stime)
  }
}
