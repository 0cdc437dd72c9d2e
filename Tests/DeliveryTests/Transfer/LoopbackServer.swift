import Foundation
import Glibc
import Synchronization

/// A real HTTP/1.1 server on 127.0.0.1, one thread a connection, that can also misbehave.
final class LoopbackServer: Sendable {
  struct Request: Sendable {
    var line: String
    var headers: [String]
    var body: Data
    /// Counts the connections from 1.
    var connection: Int
  }

  enum Reply: Sendable {
    case answer(status: Int, headers: [String] = [], body: Data = Data())
    /// These bytes as they are, then the end of the connection.
    case raw(String)
    /// The end of the connection without a byte.
    case cut
    /// Nothing, until the other side gives up.
    case silence
    /// A status line and these bytes again and again, until the other side gives up.
    case endless(start: String, again: String)
    /// A status line and then a byte of a header every few milliseconds, until the other side gives up.
    case drip
  }

  let port: Int
  private let listener: Int32
  private let reply: @Sendable (Request) -> Reply
  private let hangsUp: Bool
  private let seen = Mutex((connections: 0, closed: 0, requests: [Request]()))
  private let arrivals = AsyncStream<Request>.makeStream()

  /// Starts to listen.
  ///
  /// - Parameters:
  ///   - address: a numeric IPv4 address, a loopback one.
  ///   - hangsUp: whether each connection is closed as soon as the first bytes are there.
  init(
    address: String = "127.0.0.1", port: Int = 0, hangsUp: Bool = false,
    reply: @escaping @Sendable (Request) -> Reply = { _ in .answer(status: 200) }
  ) throws {
    self.reply = reply
    self.hangsUp = hangsUp
    (listener, self.port) = try LoopbackServer.listen(address: address, port: port, backlog: 512)
    Thread.detachNewThread { [self] in accept() }
  }

  var url: String { "http://127.0.0.1:\(port)/" }
  var connections: Int { seen.withLock { $0.connections } }
  /// Connections that the other side has closed, or this one.
  var closed: Int { seen.withLock { $0.closed } }
  var requests: [Request] { seen.withLock { $0.requests } }

  /// Returns once so many more requests have come in.
  func waitForRequests(_ count: Int) async {
    var iterator = arrivals.stream.makeAsyncIterator()
    for _ in 0..<count { _ = await iterator.next() }
  }

  func stop() {
    shutdown(listener, Int32(SHUT_RDWR))
    close(listener)
  }

  static func listen(address: String, port: Int, backlog: Int32) throws -> (socket: Int32, port: Int) {
    let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    var yes: Int32 = 1
    setsockopt(listener, SOL_SOCKET, SO_REUSEADDR, &yes, socklen_t(MemoryLayout<Int32>.size))
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, address, &place.sin_addr)
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    let code = withUnsafeMutablePointer(to: &place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        bind(listener, $0, length) == 0 && Glibc.listen(listener, backlog) == 0
          ? getsockname(listener, $0, &length) : -1
      }
    }
    guard code == 0 else { throw POSIXError(POSIXErrorCode(rawValue: errno) ?? .EINVAL) }
    return (listener, Int(in_port_t(bigEndian: place.sin_port)))
  }

  /// Whether somebody takes connections to a port of 127.0.0.1.
  static func answers(port: Int) -> Bool {
    var place = sockaddr_in()
    place.sin_family = sa_family_t(AF_INET)
    place.sin_port = in_port_t(port).bigEndian
    inet_pton(AF_INET, "127.0.0.1", &place.sin_addr)
    let probe = socket(AF_INET, Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue), 0)
    defer { close(probe) }
    return withUnsafePointer(to: place) {
      $0.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(probe, $0, socklen_t(MemoryLayout<sockaddr_in>.size)) == 0
      }
    }
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      let number = seen.withLock {
        $0.connections += 1
        return $0.connections
      }
      Thread.detachNewThread { [self] in
        serve(connection, number: number)
        close(connection)
        seen.withLock { $0.closed += 1 }
      }
    }
  }

  private func serve(_ connection: Int32, number: Int) {
    var byte: UInt8 = 0
    if hangsUp, recv(connection, &byte, 1, 0) >= 0 { return }
    var unread: [UInt8] = []
    while let request = receive(from: connection, number: number, &unread) {
      seen.withLock { $0.requests.append(request) }
      arrivals.continuation.yield(request)
      guard send(reply(request), to: connection) else { return }
    }
  }

  /// False where the connection is to end.
  private func send(_ reply: Reply, to connection: Int32) -> Bool {
    switch reply {
    case .answer(let status, let headers, let body):
      let lines = ["HTTP/1.1 \(status) Reason", "Content-Length: \(body.count)"] + headers
      return write(Array((lines.joined(separator: "\r\n") + "\r\n\r\n").utf8) + Array(body), to: connection)
    case .raw(let text):
      _ = write(Array(text.utf8), to: connection)
      return false
    case .cut: return false
    case .silence:
      var byte: UInt8 = 0
      while recv(connection, &byte, 1, 0) > 0 {}
      return false
    case .endless(let start, let again):
      guard write(Array(start.utf8), to: connection) else { return false }
      while write(Array(again.utf8), to: connection) {}
      return false
    case .drip:
      guard write(Array("HTTP/1.1 200 OK\r\nX: ".utf8), to: connection) else { return false }
      while write([120], to: connection) { usleep(5000) }
      return false
    }
  }

  private func write(_ bytes: [UInt8], to connection: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { Glibc.send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      guard count > 0 else { return false }
      rest = rest.dropFirst(count)
    }
    return true
  }

  private func receive(from connection: Int32, number: Int, _ unread: inout [UInt8]) -> Request? {
    let blank = Array("\r\n\r\n".utf8)
    while true {
      if let head = unread.firstRange(of: blank) {
        let lines = String(decoding: unread[..<head.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
        let length = lines.lazy.compactMap { line in
          line.lowercased().hasPrefix("content-length:") ? Int(line.dropFirst(15).trimmingPrefix(" ")) : nil
        }.first
        if unread.count >= head.upperBound + (length ?? 0) {
          let end = head.upperBound + (length ?? 0)
          defer { unread.removeSubrange(..<end) }
          return Request(
            line: lines[0], headers: Array(lines.dropFirst()), body: Data(unread[head.upperBound..<end]),
            connection: number)
        }
      }
      var part = [UInt8](repeating: 0, count: 64 * 1024)
      let count = recv(connection, &part, part.count, 0)
      guard count > 0 else { return nil }
      unread.append(contentsOf: part[..<count])
    }
  }
}
