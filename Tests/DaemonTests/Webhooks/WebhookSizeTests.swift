import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("Sizes of webhooks")
struct WebhookSizeTests {
  /// A transaction with a question among notices, as large as a homeserver makes them: 100 events of up to 64 KiB each.
  private func transaction(_ trial: TrialPlatform) throws -> WebhookRequest {
    var event = try trial.event("what is a rose")
    let words = String(repeating: "a", count: 60_000)
    let notices = (0..<99).map { number in
      #"{"type": "m.room.message", "event_id": "$n\#(number)", "room_id": "!r", "sender": "@bot:x", "#
        + #""content": {"msgtype": "m.notice", "body": "\#(words)"}}"#
    }
    let question = String(decoding: event.body, as: UTF8.self).dropFirst(#"{"events":["#.count)
    event.body = Data((#"{"events":["# + notices.joined(separator: ",") + "," + question).utf8)
    return event
  }

  private func padded(_ event: WebhookRequest, to size: Int) -> WebhookRequest {
    var event = event
    event.body += Data(repeating: UInt8(ascii: " "), count: size - event.body.count)
    return event
  }

  @Test(
    "A homeserver's largest transaction is taken and one byte more is 413, whatever the limit for others"
  )
  func matrix() async throws {
    try await TrialPlatform.use("matrix") { trial in
      try await RunningDaemon.use(
        platforms: [trial.plan],
        {
          $0.limits.bodyBytes = 4096
          $0.limits.bodySeconds = 120
        }
      ) { daemon in
        let limit = trial.platform.largestBody
        let event = padded(try transaction(trial), to: limit)
        #expect(limit == 8 * 1024 * 1024)
        #expect(try await daemon.deliver(event).status == 200)
        // More often than there are places for large bodies, since every place must be given back.
        let copy = padded(try trial.event("what is a tulip"), to: 5000)
        for _ in 0..<5 { #expect(try await daemon.deliver(copy).status == 200) }
        #expect(try await daemon.deliver(padded(event, to: limit + 1)).status == 413)
        try await daemon.untilSent()
        #expect(trial.sink.calls.count { $0.method == .put } == 2)
        #expect(try await daemon.post("/v1/ask", String(repeating: " ", count: 4097)).status == 413)
      }
    }
  }

  @Test(
    "Every other platform is held to 256 KiB, also where the limit for others is higher",
    arguments: ["generic", "slack"])
  func ordinary(_ kind: String) async throws {
    try await TrialPlatform.use(kind) { trial in
      try await RunningDaemon.use(platforms: [trial.plan], { $0.limits.bodyBytes = 1 << 20 }) { daemon in
        var event = try trial.event("what is a rose")
        event.body = Data(repeating: UInt8(ascii: " "), count: 256 * 1024)
        #expect(try await daemon.deliver(event).status == 401)
        event.body.append(UInt8(ascii: " "))
        #expect(try await daemon.deliver(event).status == 413)
      }
    }
  }

  @Test("Few large bodies come in at once; a further one gets 503 and passes once a place is free")
  func places() async throws {
    try await TrialPlatform.use("matrix") { trial in
      try await RunningDaemon.use(platforms: [trial.plan], { $0.limits.bodySeconds = 120 }) { daemon in
        let event = padded(try trial.event("what is a rose"), to: 300_000)
        let head =
          "PUT /webhooks/trial/_matrix/app/v1/transactions/1 HTTP/1.1\r\nHost: x\r\nExpect: 100-continue\r\n"
          + "Content-Length: 300000\r\n\r\n"
        func hold(_ count: Int) async throws {
          guard count > 0 else {
            let response = try await daemon.deliver(event)
            #expect(response.status == 503 && response.headers[.retryAfter] == "1")
            return
          }
          try await RawConnection.hold(head, port: daemon.address.port) { first in
            #expect(first.hasPrefix("HTTP/1.1 100 "))
            try await hold(count - 1)
          }
        }
        try await hold(4)
        var status = 503
        while status == 503 { status = try await daemon.deliver(event).status }
        #expect(status == 200)
      }
    }
  }
}
