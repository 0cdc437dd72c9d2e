import Delivery
import Foundation
import Synchronization
import Testing

@Suite("An engine keeps its limits") struct LimitTests {
  @Test func aHundredRequestsNeverHaveMoreThanTheirShareInFlight() async throws {
    let gauge = Gauge(fullAt: 10)
    let server = try LoopbackServer { _ in
      gauge.enter()
      defer { gauge.leave() }
      return .answer(status: 200)
    }
    defer { server.stop() }
    let limits = TransferLimits(active: 10, activePerHost: 10)
    try await withEngine(limits: limits) { engine in
      let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
        for _ in 0..<100 { group.addTask { try await engine.perform(.post(server.url)).status } }
        return try await group.reduce(into: []) { $0.append($1) }
      }
      #expect(statuses == Array(repeating: 200, count: 100))
      #expect(engine.outstanding == 0)
    }
    #expect(gauge.highest == 10)
    #expect(server.connections <= 10)
  }

  @Test func aHostThatHangsLeavesRoomForOthers() async throws {
    let silent = try LoopbackServer { _ in .silence }
    let quick = try LoopbackServer()
    defer {
      silent.stop()
      quick.stop()
    }
    try await withEngine(limits: TransferLimits(active: 4, activePerHost: 2)) { engine in
      let hanging = Task {
        await withTaskGroup(of: TransferFailure?.self) { group in
          for _ in 0..<8 { group.addTask { await engine.failure(of: .post(silent.url)) } }
          return await group.reduce(into: []) { $0.append($1) }
        }
      }
      await silent.waitForRequests(2)
      for _ in 0..<10 { try await #expect(engine.perform(.post(quick.url)).status == 200) }
      #expect(silent.requests.count == 2)
      hanging.cancel()
      #expect(await hanging.value == Array(repeating: .cancelled, count: 8))
    }
  }

  @Test func whatFindsNoRoomIsToldSo() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    try await withEngine(limits: TransferLimits(active: 1, waiting: 1)) { engine in
      let held = [
        Task { await engine.failure(of: .post(server.url)) }, Task { await engine.failure(of: .post(server.url)) },
      ]
      while engine.outstanding < 2 { await Task.yield() }
      #expect(await engine.failure(of: .post(server.url)) == .overloaded)
      for task in held { task.cancel() }
      for task in held { #expect(await task.value == .cancelled) }
      #expect(engine.outstanding == 0)
    }
  }

  @Test func theDeadlineRunsWhileARequestWaitsForItsTurn() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    try await withEngine(limits: TransferLimits(active: 1)) { engine in
      let first = Task { await engine.failure(of: .post(server.url)) }
      await server.waitForRequests(1)
      #expect(await engine.failure(of: .post(server.url, total: .milliseconds(50))) == .timedOut)
      #expect(server.requests.count == 1)
      first.cancel()
      _ = await first.value
    }
  }

  @Test func aServerThatNeverAnswersRunsIntoTheDeadline() async throws {
    let server = try LoopbackServer { _ in .silence }
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, total: .milliseconds(100))) == .timedOut)
    }
  }

  @Test func aServerThatDripsRunsIntoTheDeadlineToo() async throws {
    let server = try LoopbackServer { _ in .drip }
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, total: .milliseconds(100))) == .timedOut)
    }
  }

  @Test func aHostThatTakesNoConnectionRunsIntoTheConnectDeadline() async throws {
    let hole = try BlackHole()
    defer { hole.close() }
    try await withEngine { engine in
      let url = "http://127.0.0.1:\(hole.port)/"
      #expect(await engine.failure(of: .post(url, connect: .milliseconds(100))) == .timedOut)
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.answer(status: 200, body: Data(repeating: 120, count: 1001)),
    .raw("HTTP/1.1 200 OK\r\n\r\n" + String(repeating: "x", count: 1001)),
    .endless(start: "HTTP/1.1 200 OK\r\n\r\n", again: String(repeating: "x", count: 4096)),
    .endless(start: "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n", again: "2\r\nxx\r\n"),
    .endless(
      start: "HTTP/1.1 200 OK\r\nContent-Length: 1000000000\r\n\r\n", again: String(repeating: "x", count: 4096)),
  ])
  func aResponseBeyondItsLimitEndsTheTransfer(reply: LoopbackServer.Reply) async throws {
    let server = try LoopbackServer { _ in reply }
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url, maximum: 1000)) == .responseTooLarge(limit: 1000))
    }
  }

  @Test(arguments: [0, 1, 1000]) func aResponseAtItsLimitIsWhole(size: Int) async throws {
    let server = try LoopbackServer { _ in .answer(status: 200, body: Data(repeating: 120, count: size)) }
    defer { server.stop() }
    try await withEngine { engine in
      try await #expect(engine.perform(.post(server.url, maximum: size)).body.count == size)
    }
  }

  @Test func headersWithoutEndEndTheTransfer() async throws {
    let server = try LoopbackServer { _ in .endless(start: "HTTP/1.1 200 OK\r\n", again: "X-More: of the same\r\n") }
    defer { server.stop() }
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url)) == .headersTooLarge(limit: 32768))
    }
  }

  @Test(arguments: [
    LoopbackServer.Reply.cut, .raw("HTTP/1.1 200 OK\r\nContent-Length: 10\r\n\r\nhalf"), .raw("HTTP/1.1 200"),
    .raw("nonsense\r\n\r\n"), .raw("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n"),
  ])
  func aBrokenExchangeIsAFailedConnection(reply: LoopbackServer.Reply) async throws {
    let server = try LoopbackServer { _ in reply }
    defer { server.stop() }
    try await withEngine { engine in
      let failure = await engine.failure(of: .post(server.url))
      guard case .connection = failure else {
        Issue.record("\(String(describing: failure))")
        return
      }
    }
  }

  @Test func aRefusedConnectionIsAFailedConnection() async throws {
    let server = try LoopbackServer()
    server.stop()
    try await withEngine { engine in
      #expect(await engine.failure(of: .post(server.url)) == .connection(code: 7))
    }
  }
}

/// Counts who is inside, and lets nobody out before it has once been full, so that a test sees real concurrency.
private final class Gauge: Sendable {
  private let state = Mutex((inside: 0, highest: 0))
  private let full: Int
  private let opened = DispatchSemaphore(value: 0)

  init(fullAt full: Int) { self.full = full }

  var highest: Int { state.withLock { $0.highest } }

  func enter() {
    let isFull = state.withLock { state in
      state.inside += 1
      state.highest = max(state.highest, state.inside)
      return state.inside == full
    }
    if !isFull && highest < full { opened.wait() }
    opened.signal()
  }

  func leave() { state.withLock { $0.inside -= 1 } }
}
