import Foundation

/// A TCP connection that sends what a test wants, byte for byte, from a thread of its own.
struct RawConnection {
  /// Sends the pieces one after the other, then reads until the other side closes; gives what came.
  static func exchange(_ pieces: [String], port: Int) async -> String {
    await withCheckedContinuation { continuation in
      Thread.detachNewThread { continuation.resume(returning: talk(pieces, port: port)) }
    }
  }

  private static func talk(_ pieces: [String], port: Int) -> String {
    let connection = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    defer { close(connection) }
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(connection, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { return "no connection" }
    for piece in pieces {
      let bytes = Array(piece.utf8)
      guard send(connection, bytes, bytes.count, Int32(MSG_NOSIGNAL)) >= 0 else { break }
    }
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
