import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("An engine exchanges requests and responses") struct ExchangeTests {
  @Test func theRequestArrivesAsItIsAndTheResponseComesBackWhole() async throws {
    let server = try LoopbackServer { request in
      .answer(status: 201, headers: ["X-Twice: 1", "X-Twice:2 ", "Content-Type: text/plain"], body: request.body)
    }
    defer { server.stop() }
    try await withEngine { engine in
      let response = try await engine.perform(
        .post(server.url + "path?query=1", headers: [.authorization: "Bearer secret"], body: "hällo"))
      #expect(response.status == 201)
      #expect(response.body == Data("hällo".utf8))
      #expect(response.headers[values: HTTPField.Name("x-twice")!] == ["1", "2"])
      #expect(response.headers[.contentType] == "text/plain")
    }
    let request = try #require(server.requests.first)
    #expect(request.line == "POST /path?query=1 HTTP/1.1")
    #expect(request.headers.contains("Authorization: Bearer secret"))
    #expect(request.headers.contains("User-Agent: marrow/test"))
    #expect(request.headers.contains { $0 == "Content-Length: 6" })
  }

  @Test func nothingIsSentThatNobodyAskedFor() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in _ = try await engine.perform(.post(server.url)) }
    let names = try #require(server.requests.first).headers.compactMap {
      $0.split(separator: ":").first.map(String.init)
    }
    #expect(Set(names) == ["Host", "User-Agent", "Accept", "Content-Length"])
  }

  @Test(arguments: [
    (HTTPRequest.Method.get, "", "GET / HTTP/1.1", 0), (.put, "{}", "PUT / HTTP/1.1", 2),
    (.put, "", "PUT / HTTP/1.1", 0),
    (.post, "", "POST / HTTP/1.1", 0), (.delete, "", "DELETE / HTTP/1.1", 0), (.delete, "x", "DELETE / HTTP/1.1", 1),
    (.head, "", "HEAD / HTTP/1.1", 0), (.patch, "abc", "PATCH / HTTP/1.1", 3),
  ])
  func everyMethodArrives(method: HTTPRequest.Method, body: String, line: String, length: Int) async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      let request = TransferRequest(method: method, url: server.url, body: Data(body.utf8), access: .loopback)
      try await #expect(engine.perform(request).status == 200)
    }
    let request = try #require(server.requests.first)
    #expect(request.line == line)
    #expect(request.body.count == length)
    let announced = request.headers.contains("Content-Length: \(length)")
    #expect(announced == (length > 0 || [.post, .put, .patch].contains(method)))
  }

  @Test func aHandleForgetsItsLastRequest() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine(limits: TransferLimits(active: 1)) { engine in
      _ = try await engine.perform(.post(server.url, headers: [.authorization: "Bearer secret"], body: "body"))
      _ = try await engine.perform(TransferRequest(method: .get, url: server.url, access: .loopback))
    }
    let second = try #require(server.requests.last)
    #expect(second.line == "GET / HTTP/1.1")
    #expect(second.body.isEmpty)
    #expect(!second.headers.contains { $0.hasPrefix("Authorization") || $0.hasPrefix("Content") })
  }

  @Test func cookiesAreNotKept() async throws {
    let server = try LoopbackServer { _ in .answer(status: 200, headers: ["Set-Cookie: a=b; Path=/"]) }
    defer { server.stop() }
    try await withEngine { engine in
      for _ in 0..<2 { _ = try await engine.perform(.post(server.url)) }
    }
    #expect(!server.requests.flatMap(\.headers).contains { $0.lowercased().hasPrefix("cookie") })
  }

  @Test func oneConnectionServesManyRequests() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      for _ in 0..<50 { _ = try await engine.perform(.post(server.url)) }
    }
    // On a machine that stalls, a connection may grow too old between two requests.
    #expect(server.connections < 5)
    #expect(server.requests.count == 50)
  }

  @Test func aLargeBodyIsSentWithoutWaitingForLeave() async throws {
    let server = try LoopbackServer { .answer(status: 200, body: Data("\($0.body.count)".utf8)) }
    defer { server.stop() }
    try await withEngine { engine in
      let response = try await engine.perform(.post(server.url, body: String(repeating: "x", count: 3_000_000)))
      #expect(response.body == Data("3000000".utf8))
    }
    #expect(try !#require(server.requests.first).headers.contains { $0.hasPrefix("Expect") })
  }

  @Test func interimResponsesAndTrailersAreNotTheResponse() async throws {
    let server = try LoopbackServer { _ in
      .raw(
        """
        HTTP/1.1 103 Early Hints\r\nX-Early: 1\r\n\r\nHTTP/1.1 200 OK\r\nX-Late: 1\r\nTransfer-Encoding: chunked\r\n\r
        2\r\nok\r\n0\r\nX-Trailer: 1\r\n\r\n
        """)
    }
    defer { server.stop() }
    try await withEngine { engine in
      let response = try await engine.perform(.post(server.url))
      #expect(response.headers.map(\.name.canonicalName) == ["x-late", "transfer-encoding"])
      #expect(response.body == Data("ok".utf8))
    }
  }

  @Test(arguments: [
    HTTPField(name: .contentLength, value: "5"), HTTPField(name: .transferEncoding, value: "chunked"),
    HTTPField(name: .expect, value: "100-continue"), HTTPField(name: .connection, value: "close"),
    HTTPField(name: HTTPField.Name("Host")!, value: "elsewhere.example"),
  ])
  func headersThatFrameTheMessageAreRefused(field: HTTPField) async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      let failure = await engine.failure(of: .post(server.url, headers: HTTPFields([field])))
      #expect(failure == .refusedHeader(name: field.name.rawName))
    }
    #expect(server.connections == 0)
  }

  @Test func lineBreaksInAHeaderNeverReachTheWire() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      _ = await engine.failure(of: .post(server.url, headers: [.authorization: "a\r\nX-Injected: 1\u{0}b"]))
    }
    #expect(!server.requests.flatMap(\.headers).contains { $0.hasPrefix("X-Injected") })
  }

  @Test func anEmptyHeaderIsSentEmpty() async throws {
    let server = try LoopbackServer()
    defer { server.stop() }
    try await withEngine { engine in
      _ = try await engine.perform(.post(server.url, headers: [.accept: ""]))
    }
    #expect(try #require(server.requests.first).headers.contains("Accept:"))
  }
}
