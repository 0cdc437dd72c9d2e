import Chat
import Foundation
import Glibc
import HTTPTypes
import Synchronization

/// A small HTTP/1.1 server on this machine for what a homeserver posts: one request a connection, one thread each.
final class LoopbackServer: Sendable {
  /// Answers a request; nil cuts the connection, as where no program listens.
  typealias Handler = @Sendable (WebhookRequest) async -> WebhookResponse?

  struct Failure: Error { let code: Int32 }

  private let listener: Int32
  private let port: UInt16
  private let mount: String
  private let handler = Mutex<Handler?>(nil)

  /// A server on a port of its own; until it has a handler it cuts every connection.
  init(mount: String) throws {
    self.mount = mount
    listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    port = try Self.listen(listener)
    Thread { [self] in accept() }.start()
  }

  /// Its URL; handlers get paths below it.
  var url: String { "http://127.0.0.1:\(port)\(mount)" }

  /// From now on `handler` answers.
  func serve(_ handler: Handler?) { self.handler.withLock { $0 = handler } }

  private static func listen(_ listener: Int32) throws -> UInt16 {
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    var length = socklen_t(MemoryLayout<sockaddr_in>.size)
    try withUnsafeMutablePointer(to: &address) { pointer in
      try pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
        guard bind(listener, address, length) == 0, Glibc.listen(listener, 64) == 0,
          getsockname(listener, address, &length) == 0
        else { throw Failure(code: errno) }
      }
    }
    return UInt16(bigEndian: address.sin_port)
  }

  private func accept() {
    while true {
      let connection = Glibc.accept(listener, nil, nil)
      guard connection >= 0 else { return }
      Thread { [self] in
        answer(connection)
        close(connection)
      }.start()
    }
  }

  // MARK: One connection

  private func answer(_ connection: Int32) {
    guard let request = receive(connection), let handler = handler.withLock({ $0 }) else { return }
    let done = DispatchSemaphore(value: 0)
    let box = Box()
    Task {
      let answer = await handler(request)
      box.response.withLock { $0 = answer }
      done.signal()
    }
    // This thread is the connection's own, so it may wait.
    done.wait()
    if let answer = box.response.withLock({ $0 }) { transmit(answer, to: connection) }
  }

  private final class Box: Sendable { let response = Mutex<WebhookResponse?>(nil) }

  private func receive(_ connection: Int32) -> WebhookRequest? {
    var bytes = Data()
    var chunk = [UInt8](repeating: 0, count: 65_536)
    while true {
      if let request = parse(bytes) { return request }
      let count = recv(connection, &chunk, chunk.count, 0)
      guard count > 0 else { return nil }
      bytes.append(contentsOf: chunk[..<count])
    }
  }

  /// The request, once all of it is there.
  private func parse(_ bytes: Data) -> WebhookRequest? {
    guard let end = bytes.range(of: Data("\r\n\r\n".utf8)) else { return nil }
    let lines = String(decoding: bytes[..<end.lowerBound], as: UTF8.self).components(separatedBy: "\r\n")
    let headers = Self.headers(lines.dropFirst())
    let start = lines[0].split(separator: " ")
    let length = headers[.contentLength].flatMap { Int($0) } ?? 0
    guard start.count == 3, bytes.count - end.upperBound >= length, let method = HTTPRequest.Method(String(start[0]))
    else { return nil }
    let target = start[1].split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
    let path = String(target[0].dropFirst(mount.count))
    return WebhookRequest(
      method: method, path: path.removingPercentEncoding ?? path, rawQuery: target.count > 1 ? target[1] : "",
      headers: headers, body: Data(bytes[end.upperBound...]), receivedAt: Date())
  }

  private static func headers(_ lines: ArraySlice<String>) -> HTTPFields {
    var headers: HTTPFields = [:]
    for line in lines {
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, let name = HTTPField.Name(String(parts[0])) else { continue }
      headers.append(HTTPField(name: name, value: parts[1].trimmingCharacters(in: .whitespaces)))
    }
    return headers
  }

  private func transmit(_ response: WebhookResponse, to connection: Int32) {
    var head = "HTTP/1.1 \(response.status.code) \(response.status.reasonPhrase)\r\nconnection: close\r\n"
    for field in response.headers { head += "\(field.name.canonicalName): \(field.value)\r\n" }
    head += "content-length: \(response.body.count)\r\n\r\n"
    let bytes = Array(Data(head.utf8) + response.body)
    var sent = 0
    while sent < bytes.count {
      let count = bytes[sent...].withUnsafeBytes {
        send(connection, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
      }
      guard count > 0 else { return }
      sent += count
    }
  }
}
