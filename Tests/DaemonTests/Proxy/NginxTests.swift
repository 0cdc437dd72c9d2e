import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("Behind nginx", .enabled(if: Nginx.isInstalled, "nginx is not installed"))
struct NginxTests {
  @Test("A homeserver's large transactions come through, and are refused only past the platform's limit")
  func transactions() async throws {
    try await TrialPlatform.use("matrix") { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        try await Nginx.use(daemonPort: daemon.address.port) { port in
          let event = try trial.event("what is a rose")
          let token = try #require(event.header("authorization"))
          let head =
            "PUT /webhooks/trial\(event.path) HTTP/1.1\r\nHost: bot.clinic.example\r\nConnection: close\r\n"
            + "Authorization: \(token)\r\nContent-Type: application/json\r\n"
          let body = String(decoding: event.body, as: UTF8.self)
          let large = body + String(repeating: " ", count: 1_000_000 - body.utf8.count)
          let taken = await RawConnection.exchange([head + "Content-Length: 1000000\r\n\r\n", large], port: port)
          #expect(taken.hasPrefix("HTTP/1.1 200 "))
          let refused = await RawConnection.exchange([head + "Content-Length: 9000000\r\n\r\n"], port: port)
          #expect(refused.hasPrefix("HTTP/1.1 413 "))
        }
      }
    }
  }

  @Test("The shipped configuration passes questions on, keeps clients apart and hides metrics")
  func shipped() async throws {
    try await RunningDaemon.use({
      $0.listen.trustedProxies = ["127.0.0.1"]
      $0.rates.addressPerMinute = 4
    }) { daemon in
      try await Nginx.use(daemonPort: daemon.address.port) { port in
        let question = #"{"question": "what is a rose"}"#
        let head = "POST /v1/ask HTTP/1.1\r\nHost: bot.clinic.example\r\nConnection: close\r\n"
        let request =
          head + "Content-Type: application/json\r\nContent-Length: \(question.utf8.count)\r\n\r\n\(question)"
        let answer = await RawConnection.exchange([request], port: port)
        #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("bush with thorns"))
        // The daemon counts the client behind the proxy, not the proxy: 127.0.0.1 has used up its rate.
        let limited = await RawConnection.exchange([request], port: port)
        #expect(limited.hasPrefix("HTTP/1.1 429 "))
        let large = await RawConnection.exchange([head + "Content-Length: 300000\r\n\r\n"], port: port)
        #expect(large.hasPrefix("HTTP/1.1 413 "))
        let version = await RawConnection.exchange(
          ["GET /readyz HTTP/1.1\r\nHost: bot.clinic.example\r\nConnection: close\r\n\r\n"], port: port)
        #expect(version.hasPrefix("HTTP/1.1 200 ") && !version.contains("nginx/"))
      }
    }
  }
}
