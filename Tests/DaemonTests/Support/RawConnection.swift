import Foundation

/// A TCP connection that sends what a test wants, byte for byte, from a thread of its own.
struct RawConnection {
  /// Sends the pieces one after the other, then reads until the other side closes; gives what came.
  static func exchange(_ pieces: [String], port: Int) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: talk(pieces, port: port)) }
    }
  }

  /// Sends a text, waits for the first bytes that come back, and keeps the connection open while `body` runs.
  static func hold<Value: Sendable>(
    _ text: String, port: Int, _ body: (String) async throws -> Value
  ) async throws -> Value {
    let (connection, first) = await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        let connection = open(port: port)
        var chunk = [UInt8](repeating: 0, count: 4096)
        let count = connection < 0 || !transmit(text, to: connection) ? 0 : recv(connection, &chunk, chunk.count, 0)
        continuation.resume(returning: (connection, String(decoding: chunk.prefix(max(0, count)), as: UTF8.self)))
      }
    }
    defer { close(connection) }
    return try await body(first)
  }

  /// A connection; -1 where there is none.
  private static func open(port: Int) -> CInt {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result != 0 else { return connection }
    close(connection)
    return -1
  }

  private static func transmit(_ text: String, to connection: CInt) -> Bool {
    let bytes = Array(text.utf8)
    return send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) >= 0
  }

  private static func talk(_ pieces: [String], port: Int) -> String {
    let connection = open(port: port)
    guard connection >= 0 else { return "no connection" }
    defer { close(connection) }
    for piece in pieces where !transmit(piece, to: connection) { break }
    return readAll(connection)
  }

  private static func readAll(_ connection: CInt) -> String {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return String(decoding: all, as: UTF8.self) }
      all += chunk.prefix(count)
    }
  }
}
