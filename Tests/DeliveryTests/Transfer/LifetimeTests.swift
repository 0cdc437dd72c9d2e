import Delivery
import Foundation
import Testing

@Suite("Transfers and engines end when they are told to") struct LifetimeTests {
  @Test func aCancelledTaskEndsItsTransfer() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    try await withEngine { engine in
      let task = Task { await engine.failure(of: .post(server.url)) }
      await server.waitForRequests(1)
      task.cancel()
      #expect(await task.value == .cancelled)
      // The server's side of the connection ends with it.
      while server.closed < 1 { await Task.yield() }
    }
  }

  @Test func aTaskThatIsCancelledBeforehandSendsNothing() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      let task = Task {
        while !Task.isCancelled { await Task.yield() }
        return await engine.failure(of: .post(server.url))
      }
      task.cancel()
      #expect(await task.value == .cancelled)
    }
    #expect(server.connections == 0)
  }

  @Test func cancellingAtAnyMomentLosesNoTask() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine(limits: TransferLimits(active: 4)) { engine in
      await withTaskGroup(of: Void.self) { group in
        for round in 0..<300 {
          let task = Task { await engine.failure(of: .post(server.url)) }
          group.addTask {
            for _ in 0..<(round % 30) { await Task.yield() }
            task.cancel()
            let failure = await task.value
            #expect(failure == nil || failure == .cancelled)
          }
        }
      }
      #expect(engine.outstanding == 0)
      try await #expect(engine.perform(.post(server.url)).status == 200)
    }
  }

  @Test func shutdownEndsWhatIsInFlightAndWhatWaits() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    let engine = try CurlEngine(limits: TransferLimits(active: 2), agent: "marrow/test")
    let tasks = (0..<6).map { _ in Task { await engine.failure(of: .post(server.url)) } }
    await server.waitForRequests(2)
    while engine.outstanding < 6 { await Task.yield() }
    await engine.shutdown()
    for task in tasks { #expect(await task.value == .shutDown) }
    #expect(engine.outstanding == 0)
    while server.closed < 2 { await Task.yield() }
    #expect(await engine.failure(of: .post(server.url)) == .shutDown)
    await engine.shutdown()
  }

  @Test func manyMayShutDownAtOnce() async throws {
    let engine = try CurlEngine(agent: "marrow/test")
    await withTaskGroup(of: Void.self) { group in
      for _ in 0..<20 { group.addTask { await engine.shutdown() } }
    }
    #expect(engine.outstanding == 0)
  }

  @Test func tasksOnTheEnginesThreadGoOnAfterItsEnd() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    let engine = try CurlEngine(agent: "marrow/test")
    let url = server.url
    let task = Task(executorPreference: engine.executor) {
      let before = await engine.failure(of: .post(url))
      await engine.shutdown()
      for _ in 0..<10 { await Task.yield() }
      return (before, await engine.failure(of: .post(url)))
    }
    let (before, after) = await task.value
    #expect(before == nil)
    #expect(after == .shutDown)
  }

  @Test func tasksMayRunOnTheEnginesThread() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    let url = server.url
    try await withEngine(limits: TransferLimits(active: 8)) { engine in
      let count = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<16 {
          group.addTask(executorPreference: engine.executor) {
            for _ in 0..<20 { _ = try await engine.perform(.post(url)) }
            return 20
          }
        }
        return try await group.reduce(into: 0) { $0 += $1 }
      }
      #expect(count == 320)
    }
    #expect(server.connections <= 8)
  }

  @Test(.timeLimit(.minutes(1))) func tasksOnTheEnginesThreadWakeEachOtherWithoutATransfer() async throws {
    try await withEngine { engine in
      let executor = engine.executor
      let sum = await Task(executorPreference: executor) {
        await withTaskGroup(of: Int.self) { group in
          for number in 1...4 { group.addTask(executorPreference: executor) { number } }
          return await group.reduce(0, +)
        }
      }.value
      #expect(sum == 10)
    }
  }

  @Test func enginesLeaveNoFileOpen() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    func sockets() throws -> Int { try FileManager.default.contentsOfDirectory(atPath: "/proc/self/fd").count }
    for _ in 0..<2 { try await withEngine { _ = try await $0.perform(.post(server.url)) } }
    while server.closed < server.connections { await Task.yield() }
    let before = try sockets()
    for _ in 0..<40 { try await withEngine { _ = try await $0.perform(.post(server.url)) } }
    while server.closed < server.connections { await Task.yield() }
    // Other tests run beside this one, so a few more or less say nothing; forty engines would leave eighty and more.
    #expect(try sockets() < before + 60)
  }

  @Test func anEngineThatNobodyHoldsEnds() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    do {
      let engine = try CurlEngine(agent: "marrow/test")
      _ = try await engine.perform(.post(server.url))
    }
    while server.closed < 1 { await Task.yield() }
  }
}
