package import Foundation
import Glibc

/// Speaks to a running daemon through its control socket, for commands. Blocks; not for the daemon itself.
package struct ControlClient: Sendable {
  /// What the daemon answered.
  package struct Reply: Sendable {
    /// Status of the answer.
    package let status: Int
    /// Its body.
    package let body: Data
  }

  private let socket: URL

  /// A client of a socket.
  package init(socket: URL) { self.socket = socket }

  /// True where a daemon listens.
  package var isAnswered: Bool {
    guard let connection = connect() else { return false }
    close(connection)
    return true
  }

  /// Sends a request; nil where no daemon listens.
  /// - Throws: ``StateFailure`` where the connection breaks.
  package func call(_ method: String, _ path: String, body: Data = Data()) throws(StateFailure) -> Reply? {
    guard let connection = connect() else { return nil }
    defer { close(connection) }
    let head =
      "\(method) \(path) HTTP/1.1\r\nHost: marrow\r\nConnection: close\r\n"
      + "Content-Type: application/json\r\nContent-Length: \(body.count)\r\n\r\n"
    try write(Array(head.utf8) + Array(body), to: connection)
    guard let reply = Self.reply(try readAll(connection)) else {
      throw StateFailure(message: "the daemon behind \(socket.path) ended the connection")
    }
    return reply
  }

  private func connect() -> CInt? {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    let path = Array(socket.path.utf8) + [0]
    guard path.count <= MemoryLayout.size(ofValue: address.sun_path) else { return nil }
    withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
    let connection = Glibc.socket(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0)
    guard connection >= 0 else { return nil }
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Glibc.connect(connection, $0, socklen_t(MemoryLayout<sockaddr_un>.size))
      }
    }
    guard result == 0 else {
      close(connection)
      return nil
    }
    return connection
  }

  private func write(_ bytes: [UInt8], to connection: CInt) throws(StateFailure) {
    var rest = bytes[...]
    while !rest.isEmpty {
      let count = rest.withUnsafeBytes { send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL)) }
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { throw StateFailure(message: "the daemon behind \(socket.path) ended the connection") }
      rest = rest.dropFirst(count)
    }
  }

  private func readAll(_ connection: CInt) throws(StateFailure) -> [UInt8] {
    var all: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      let count = recv(connection, &chunk, chunk.count, 0)
      if count < 0 && errno == EINTR { continue }
      guard count > 0 else { return all }
      all += chunk.prefix(count)
    }
  }

  private static func reply(_ bytes: [UInt8]) -> Reply? {
    let end = Array("\r\n\r\n".utf8)
    guard let border = bytes.indices.first(where: { bytes[$0...].starts(with: end) }) else { return nil }
    let words = String(decoding: bytes[..<border], as: UTF8.self).split(separator: " ", maxSplits: 2)
    guard words.count > 1, let status = Int(words[1]) else { return nil }
    return Reply(status: status, body: Data(bytes[(border + end.count)...]))
  }
}
