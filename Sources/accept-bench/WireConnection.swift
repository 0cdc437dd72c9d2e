import Foundation

/// One HTTP/1.1 connection of a client, at most one request at a time.
final class WireConnection {
  /// A whole response.
  struct Response {
    let status: Int
    let hasRetryAfter: Bool
  }

  private(set) var descriptor: CInt = -1
  /// The request that is under way, and when it was due.
  var current: (number: Int, due: ContinuousClock.Instant)?
  private let port: Int
  private var received: [UInt8] = []
  private var closesAfter = false

  init(port: Int) { self.port = port }

  deinit { disconnect() }

  /// Sends a request, over a new connection where there is none. They are small, so that this never waits for the other side.
  func send(_ wire: [UInt8]) throws {
    if descriptor < 0 { try connect() }
    received.removeAll(keepingCapacity: true)
    if Foundation.send(descriptor, wire, wire.count, Int32(MSG_NOSIGNAL)) == wire.count { return }
    // The server has closed it meanwhile.
    try connect()
    _ = Foundation.send(descriptor, wire, wire.count, Int32(MSG_NOSIGNAL))
  }

  /// Reads what is there: the response once it is whole, nil before, and a failure where the connection ended without one.
  func receive(_ chunk: inout [UInt8]) -> Result<Response, Broken>? {
    let count = recv(descriptor, &chunk, chunk.count, Int32(MSG_DONTWAIT))
    if count < 0, errno == EAGAIN || errno == EINTR { return nil }
    if count > 0 { received += chunk[..<count] }
    let response = parsed(isEnded: count <= 0)
    if count <= 0 || (response != nil && closesAfter) { disconnect() }
    if let response { return .success(response) }
    return count <= 0 ? .failure(Broken()) : nil
  }

  /// The connection ended before the response did.
  struct Broken: Error {}

  private func parsed(isEnded: Bool) -> Response? {
    guard let end = received.firstRange(of: Array("\r\n\r\n".utf8)) else { return nil }
    let head = String(decoding: received[..<end.lowerBound], as: UTF8.self).lowercased()
    guard let status = Int(head.dropFirst(9).prefix(3)) else { return nil }
    let length = head.split(separator: "\r\n").first { $0.hasPrefix("content-length:") }
      .flatMap { Int($0.dropFirst(15).drop { $0 == " " }) }
    if let length, received.count - end.upperBound < length, !isEnded { return nil }
    if length == nil, status != 204, !isEnded { return nil }
    closesAfter = head.hasPrefix("http/1.0") || head.contains("connection: close")
    return Response(status: status, hasRetryAfter: head.contains("\r\nretry-after:"))
  }

  private func connect() throws {
    disconnect()
    descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = in_port_t(port).bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let result = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        Foundation.connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard result == 0 else { throw BenchFailure.noConnection(errno) }
    var yes: CInt = 1
    setsockopt(descriptor, CInt(IPPROTO_TCP), TCP_NODELAY, &yes, socklen_t(MemoryLayout<CInt>.size))
  }

  private func disconnect() {
    if descriptor >= 0 { close(descriptor) }
    descriptor = -1
  }
}
