import Daemon
import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("Limits of a request")
struct RequestLimitTests {
  @Test("A body at its limit passes, one byte more is 413")
  func body() async throws {
    try await RunningDaemon.use({ $0.limits.bodyBytes = 2048 }) { daemon in
      let question = #"{"question": "what is a rose""#
      let fitting = question + String(repeating: " ", count: 2047 - question.utf8.count) + "}"
      #expect(try await daemon.post("/v1/ask", fitting).status == 200)
      let larger = try await daemon.post("/v1/ask", fitting + " ")
      #expect(larger.status == 413)
      #expect(String(decoding: larger.body, as: UTF8.self).contains(#""code": "too_large""#))
      let chunks = "800\r\n\(String(repeating: "a", count: 2048))\r\n1\r\na\r\n0\r\n\r\n"
      let head = "POST /v1/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n"
      let chunked = await RawConnection.exchange([head, chunks], port: daemon.address.port)
      #expect(chunked.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test("Header fields past their limit are 431")
  func headers() async throws {
    try await RunningDaemon.use({ $0.limits.headerBytes = 2048 }) { daemon in
      for length in [2100, 100_000] {
        let text = "GET /healthz HTTP/1.1\r\nHost: x\r\nX-Long: \(String(repeating: "a", count: length))\r\n\r\n"
        #expect(await RawConnection.exchange([text], port: daemon.address.port).hasPrefix("HTTP/1.1 431 "))
      }
      let many = (0..<90).map { "X-\($0): \(String(repeating: "a", count: 20))\r\n" }.joined()
      let text = "GET /healthz HTTP/1.1\r\nHost: x\r\n\(many)\r\n"
      #expect(await RawConnection.exchange([text], port: daemon.address.port).hasPrefix("HTTP/1.1 431 "))
    }
  }

  @Test("A head or a body that does not end is 408 at its deadline")
  func slow() async throws {
    try await RunningDaemon.use({
      $0.limits.headerSeconds = 0.2
      $0.limits.bodySeconds = 0.2
    }) { daemon in
      let port = daemon.address.port
      #expect(await RawConnection.exchange(["GET / HTTP/1.1\r\nHost:"], port: port).hasPrefix("HTTP/1.1 408 "))
      let body = "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"
      #expect(await RawConnection.exchange([body], port: port).hasPrefix("HTTP/1.1 408 "))
      #expect(await RawConnection.exchange([""], port: port).hasPrefix("HTTP/1.1 408 "))
    }
  }

  @Test("A connection that waits too long for its next request is closed without a word")
  func idle() async throws {
    try await RunningDaemon.use({
      $0.limits.headerSeconds = 2
      $0.limits.idleSeconds = 0.2
    }) { daemon in
      let port = daemon.address.port
      let whole = "GET /readyz HTTP/1.1\r\nHost: x\r\n\r\n"
      let kept = await RawConnection.exchange([whole], port: port)
      #expect(kept.hasPrefix("HTTP/1.1 200 ") && !kept.contains("408"))
      let second = await RawConnection.exchange([whole + "GET /x"], port: port)
      #expect(second.hasPrefix("HTTP/1.1 200 "))
    }
  }

  @Test(
    "What HTTP/1.1 does not allow is 400, and the connection is closed",
    arguments: [
      "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
      "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\naa",
      "POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n",
      "POST /v1/ask HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n", "NONSENSE\r\n\r\n",
      "GET / HTTP/9.9\r\n\r\n", "GET / HTTP/1.1\r\nHost : x\r\n\r\n", "G\u{1}T / HTTP/1.1\r\n\r\n",
    ])
  func malformed(_ text: String) async throws {
    try await RunningDaemon.use { daemon in
      let answer = await RawConnection.exchange([text], port: daemon.address.port)
      #expect(answer.hasPrefix("HTTP/1.1 400 "), "\(answer.prefix(200))")
      let status = try await daemon.send(.get, "/readyz").status
      #expect(status == 200)
    }
  }

  @Test("A client that waits for leave to send its body gets it, or the refusal at once")
  func expectContinue() async throws {
    try await RunningDaemon.use { daemon in
      let body = #"{"question": "what is a rose"}"#
      let head =
        "POST /v1/ask HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nExpect: 100-continue\r\n"
      let good = await RawConnection.exchange(
        [head + "Content-Length: \(body.utf8.count)\r\n\r\n", body], port: daemon.address.port)
      #expect(good.hasPrefix("HTTP/1.1 100 Continue\r\n") && good.contains("HTTP/1.1 200 OK"))
      let large = await RawConnection.exchange([head + "Content-Length: 999999999\r\n\r\n"], port: daemon.address.port)
      #expect(large.hasPrefix("HTTP/1.1 413 "))
    }
  }

  @Test("One address that asks too often gets 429 with Retry-After")
  func rate() async throws {
    let now = Date()
    try await RunningDaemon.use(plan: { $0.now = { now } }, { $0.rates.addressPerMinute = 8 }) { daemon in
      #expect(try await daemon.send(.get, "/v1/sections").status == 200)
      #expect(try await daemon.send(.get, "/v1/sections").status == 200)
      let third = try await daemon.send(.get, "/v1/sections")
      #expect(third.status == 429)
      #expect(third.headers[.retryAfter].flatMap { Int($0) } ?? 0 >= 1)
      #expect(try await daemon.send(.get, "/healthz").status == 200)
    }
  }

  @Test("Behind a trusted proxy every client has its own rate")
  func rateBehindProxy() async throws {
    let name = try #require(HTTPField.Name("X-Forwarded-For"))
    let now = Date()
    try await RunningDaemon.use(
      plan: { $0.now = { now } },
      {
        $0.rates.addressPerMinute = 4
        $0.listen.trustedProxies = ["127.0.0.1"]
      }
    ) { daemon in
      var statuses: [Int] = []
      for client in ["203.0.113.5", "203.0.113.5", "203.0.113.6"] {
        statuses.append(try await daemon.send(.get, "/v1/sections", headers: [name: client]).status)
      }
      #expect(statuses == [200, 429, 200])
    }
  }
}
