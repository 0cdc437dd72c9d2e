import Foundation

/// Sends requests over some connections from one thread: as fast as responses come, or at a rate of its own.
struct Load {
  let port: Int
  let wires: [[UInt8]]
  var connections = 64
  /// Requests a second; nil sends the next as soon as a connection has its response.
  var rate: Double?

  /// Sends all of them and gives what came back.
  func run() throws -> LoadResult {
    var free = (0..<connections).map { _ in WireConnection(port: port) }
    var busy: [WireConnection] = []
    var result = LoadResult()
    var chunk = [UInt8](repeating: 0, count: 65_536)
    var next = 0
    let start = ContinuousClock.now
    while next < wires.count || !busy.isEmpty {
      while next < wires.count, due(next, start) <= .now, let connection = free.popLast() {
        connection.current = (next, rate == nil ? .now : due(next, start))
        try connection.send(wires[next])
        busy.append(connection)
        next += 1
      }
      for connection in ready(busy, until: next < wires.count && !free.isEmpty ? due(next, start) : nil) {
        guard let outcome = connection.receive(&chunk) else { continue }
        note(outcome, of: connection, in: &result)
        busy.removeAll { $0 === connection }
        free.append(connection)
      }
    }
    result.seconds = start.duration(to: .now) / .seconds(1)
    return result
  }

  private func due(_ number: Int, _ start: ContinuousClock.Instant) -> ContinuousClock.Instant {
    rate.map { start + .seconds(Double(number) / $0) } ?? start
  }

  /// Connections that have something to read; waits for them at most until the next request is due.
  private func ready(_ busy: [WireConnection], until due: ContinuousClock.Instant?) -> [WireConnection] {
    var polled = busy.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
    let wait = due.map { max(0, ContinuousClock.now.duration(to: $0) / .milliseconds(1)) } ?? 1000
    poll(&polled, nfds_t(polled.count), Int32(wait.rounded(.up)))
    return zip(busy, polled).filter { $1.revents != 0 }.map { $0.0 }
  }

  private func note(
    _ outcome: Result<WireConnection.Response, WireConnection.Broken>, of connection: WireConnection,
    in result: inout LoadResult
  ) {
    guard let current = connection.current, case .success(let response) = outcome else {
      result.broken += 1
      return
    }
    result.statuses[response.status, default: 0] += 1
    if (200..<300).contains(response.status) {
      result.acknowledged.append(current.due.duration(to: .now) / .seconds(1))
      result.accepted.append(current.number)
    } else if !response.hasRetryAfter {
      result.withoutRetryAfter += 1
    }
  }
}
