import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite(
  "An engine speaks HTTP/2 over TLS",
  .enabled(if: WebServer.isPossible, "SKIPPED: nginx and openssl are needed to test HTTP/2"))
struct HTTP2Tests {
  @Test func manyRequestsShareOneConnection() async throws {
    let server = try await WebServer.start()
    defer { server.stop() }
    try await withEngine { engine in
      let first = try await engine.perform(.post(server.url, trust: server.trust))
      #expect(first.headers[HTTPField.Name("x-protocol")!] == "HTTP/2.0")
      #expect(first.body == Data("ok".utf8))
      let connections = try await withThrowingTaskGroup(of: String?.self) { group in
        for _ in 0..<50 {
          group.addTask {
            let response = try await engine.perform(
              .post(server.url, body: String(repeating: "x", count: 20_000), trust: server.trust))
            #expect(response.status == 200)
            return response.headers[HTTPField.Name("x-connection")!]
          }
        }
        return try await group.reduce(into: Set<String?>()) { $0.insert($1) }
      }
      #expect(connections == [first.headers[HTTPField.Name("x-connection")!]])
    }
  }

  @Test func everyMethodArrives() async throws {
    let server = try await WebServer.start()
    defer { server.stop() }
    try await withEngine { engine in
      for method in [HTTPRequest.Method.get, .head, .put, .delete, .post] {
        let request = TransferRequest(method: method, url: server.url, access: .loopback, trust: server.trust)
        let response = try await engine.perform(request)
        #expect(response.status == 200)
        #expect(response.body.isEmpty == (method == .head))
      }
    }
  }
}
