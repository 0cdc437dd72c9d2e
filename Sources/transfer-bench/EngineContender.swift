import Delivery
import Dispatch
import HTTPTypes
import Synchronization

/// The engine, asked by as many tasks as requests may be in flight.
struct EngineContender: Contender {
  let name: String
  /// Whether the tasks run on the engine's thread, as a sender's tasks do.
  let isOnThread: Bool

  func run(_ workload: Workload, url: String) throws {
    let engine = try CurlEngine(agent: "baseline")
    let request = TransferRequest(
      method: .post, url: url,
      headers: [.contentType: "application/json", .authorization: "Bearer xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx"],
      body: workload.body, access: AddressAccess(naming: ["127.0.0.1"]))
    let answered = Mutex(0)
    let finished = DispatchSemaphore(value: 0)
    let executor = isOnThread ? engine.executor : globalConcurrentExecutor
    Task(executorPreference: executor) {
      let count = await send(request, by: engine, workload: workload, on: executor)
      await engine.shutdown()
      answered.withLock { $0 = count }
      finished.signal()
    }
    finished.wait()
    let missing = workload.requests - answered.withLock { $0 }
    guard missing == 0 else { throw BenchFailure.unanswered(missing) }
  }

  private func send(
    _ request: TransferRequest, by engine: CurlEngine, workload: Workload, on executor: any TaskExecutor
  ) async -> Int {
    await withTaskGroup(of: Int.self) { group in
      for index in 0..<workload.inFlight {
        let share = workload.requests / workload.inFlight + (index < workload.requests % workload.inFlight ? 1 : 0)
        group.addTask(executorPreference: executor) {
          var answered = 0
          for _ in 0..<share where await (try? engine.perform(request))?.status == 200 { answered += 1 }
          return answered
        }
      }
      return await group.reduce(0, +)
    }
  }
}
