import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import KnowledgeFixture
import NIOConcurrencyHelpers
import OutboxFixture
import Testing

@Suite("Webhooks")
struct WebhookTests {
  private func text(_ call: HTTPCall) -> String { String(decoding: call.body, as: UTF8.self) }

  @Test("A signed question is acknowledged and its answer leaves", arguments: ["generic", "slack"])
  func answered(_ kind: String) async throws {
    try await TrialPlatform.use(kind) { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        let acknowledged = try await daemon.deliver(trial.event("what is a rose"))
        #expect((200..<300).contains(acknowledged.status))
        try await daemon.untilSent()
        #expect(trial.sink.calls.count == 1)
        #expect(trial.sink.calls.allSatisfy { text($0).contains("bush with thorns") })
        let log = daemon.log.lines.joined()
        #expect(!log.contains("U1") && !log.contains("rose"))
      }
    }
  }

  @Test("A platform that is answered in the response is answered there, and nothing else leaves")
  func synchronous() async throws {
    try await TrialPlatform.use("generic", options: ["reply": "response"]) { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        let event = try trial.event("what is a rose")
        let response = try await daemon.deliver(event)
        #expect(response.status == 200)
        #expect(String(decoding: response.body, as: UTF8.self).contains("bush with thorns"))
        try await daemon.untilSent()
        #expect(trial.sink.calls.isEmpty)
        let copy = try await daemon.deliver(event)
        #expect((200..<300).contains(copy.status))
      }
    }
  }

  @Test("Unsigned, changed and stale requests are refused and nothing is stored", arguments: ["generic", "slack"])
  func refused(_ kind: String) async throws {
    try await TrialPlatform.use(kind) { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        let good = try trial.event("canary question")
        var unsigned = good
        unsigned.headers = [.contentType: "application/json"]
        var changed = good
        changed.body.append(UInt8(ascii: " "))
        let stale = try trial.event("canary question", at: Date().addingTimeInterval(-3600))
        let early = try trial.event("canary question", at: Date().addingTimeInterval(3600))
        for event in [unsigned, changed, stale, early] {
          let response = try await daemon.deliver(event)
          #expect(response.status == 401)
          #expect(!String(decoding: response.body, as: UTF8.self).contains("canary"))
        }
        #expect(try await daemon.deliver(good, to: "other").status == 404)
        #expect(try await daemon.daemon.pendingReplies() == 0)
        #expect(trial.sink.calls.isEmpty)
        #expect(
          try await daemon.metrics().contains(#"marrow_platform_events_total{platform="trial",result="refused"} 4"#))
      }
    }
  }

  @Test("Five copies of an event on parallel connections are answered once")
  func copies() async throws {
    try await TrialPlatform.use("slack") { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        let event = try trial.event("what is a rose")
        let statuses = try await withThrowingTaskGroup(of: Int.self) { group in
          for _ in 0..<5 { group.addTask { try await daemon.deliver(event).status } }
          return try await group.reduce(into: [Int]()) { $0.append($1) }
        }
        #expect(statuses.allSatisfy { (200..<300).contains($0) })
        try await daemon.untilSent()
        #expect(trial.sink.calls.count == 1)
      }
    }
  }

  @Test("Authenticated events that make no sense are 2xx, dropped and counted")
  func senseless() async throws {
    try await TrialPlatform.use("generic") { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        let event = try trial.event("   ")
        let status = try await daemon.deliver(event).status
        #expect((200..<300).contains(status))
        try await daemon.untilSent()
        #expect(trial.sink.calls.isEmpty)
        #expect(try await daemon.metrics().contains(#"result="ignored"} 1"#))
      }
    }
  }

  @Test(
    "While the store fails events get 503 and nothing is lost or said twice; it goes on by itself",
    arguments: [StoreFailure.full, .readOnly, .busy, .inputOutput(code: 10)])
  func storeDown(_ failure: StoreFailure) async throws {
    let broken = NIOLockedValueBox<StoreFailure?>(nil)
    try await TrialPlatform.use("generic") { trial in
      try await RunningDaemon.use(
        platforms: [trial.plan], plan: { $0.store = { FaultyStore($0) { _ in broken.withLockedValue { $0 } } } }
      ) { daemon in
        let event = try trial.event("what is a rose")
        broken.withLockedValue { $0 = failure }
        let refused = try await daemon.deliver(event)
        #expect(refused.status == 503 && refused.headers[.retryAfter] == "1")
        #expect(try await daemon.send(.get, "/readyz").status == 503)
        broken.withLockedValue { $0 = nil }
        let taken = try await daemon.deliver(event)
        #expect((200..<300).contains(taken.status))
        try await daemon.untilSent()
        #expect(trial.sink.calls.count == 1)
        await daemon.log.line(holding: "store works again")
        #expect(try await daemon.send(.get, "/readyz").status == 200)
      }
    }
  }

  @Test("A sender who asks too often gets 429; others are not affected")
  func senderRate() async throws {
    try await TrialPlatform.use("generic") { trial in
      try await RunningDaemon.use(platforms: [trial.plan], { $0.rates.senderPerMinute = 4 }) { daemon in
        #expect(try await daemon.deliver(trial.event("what is a rose")).status == 202)
        let second = try await daemon.deliver(trial.event("what is a tulip"))
        #expect(second.status == 429 && second.headers[.retryAfter] != nil)
        #expect(try await daemon.deliver(trial.event("what is a rose", user: "U2")).status == 202)
      }
    }
  }

  @Test("Where a platform waits for each request, a sender who asks too often is passed over, and nobody is held up")
  func senderRateInOrder() async throws {
    try await TrialPlatform.use("matrix") { trial in
      try await RunningDaemon.use(platforms: [trial.plan], { $0.rates.senderPerMinute = 4 }) { daemon in
        for user in ["U1", "U1", "U2"] {
          #expect(try await daemon.deliver(trial.event("what is a rose", user: user)).status == 200)
        }
        try await daemon.untilSent()
        #expect(trial.sink.calls.count { $0.method == .put } == 2)
        #expect(
          try await daemon.metrics().contains(#"marrow_platform_events_total{platform="trial",result="limited"} 1"#))
      }
    }
  }

  @Test("Past capacity events get 503 with Retry-After, and everything that was acknowledged is answered")
  func overload() async throws {
    try await TrialPlatform.use("generic") { trial in
      try await RunningDaemon.use(
        platforms: [trial.plan],
        {
          $0.answering.threads = 1
          $0.answering.waiting = 0
          $0.answering.cached = 0
        }
      ) { daemon in
        let responses = try await withThrowingTaskGroup(of: TransferResponse.self) { group in
          for user in 0..<40 {
            let event = try trial.event("what is a rose number \(user)", user: "U\(user)")
            group.addTask { try await daemon.deliver(event) }
          }
          return try await group.reduce(into: [TransferResponse]()) { $0.append($1) }
        }
        let accepted = responses.filter { $0.status == 202 }
        let refused = responses.filter { $0.status == 503 }
        #expect(accepted.count + refused.count == 40 && !accepted.isEmpty)
        #expect(refused.allSatisfy { $0.headers[.retryAfter] == "1" })
        try await daemon.untilSent()
        #expect(trial.sink.calls.count == accepted.count)
      }
    }
  }

  @Test("A daemon that is told to stop while replies wait loses none; the next one sends them")
  func stopped() async throws {
    let isAway = NIOLockedValueBox(true)
    let sink = Sink { _ in
      isAway.withLockedValue { $0 }
        ? HTTPReply(status: .serviceUnavailable, headers: [.retryAfter: "1"])
        : .text(Sink.thanks, type: "application/json")
    }
    try await TrialPlatform.use("slack", sink: sink) { trial in
      try await KnowledgeFixture.use { fixture in
        let state = StateFolder(url: fixture.home.appendingPathComponent("state"))
        try await RunningDaemon.use(platforms: [trial.plan], state: state) { daemon in
          for user in 1...5 {
            let taken = try await daemon.deliver(trial.event("what is a rose", user: "U\(user)"))
            #expect(taken.status == 200)
          }
          let pending = try await daemon.daemon.pendingReplies()
          #expect(pending == 5)
        }
        let before = sink.calls.count
        isAway.withLockedValue { $0 = false }
        try await RunningDaemon.use(platforms: [trial.plan], state: state) { try await $0.untilSent() }
        #expect(sink.calls.count == before + 5)
      }
    }
  }

  @Test("A platform that brings too much gets 429; another is not affected")
  func platformRate() async throws {
    try await TrialPlatform.use("generic") { first in
      try await TrialPlatform.use("generic", name: "other") { second in
        try await RunningDaemon.use(platforms: [first.plan, second.plan], { $0.rates.platformPerMinute = 4 }) {
          daemon in
          let passed = try await daemon.deliver(first.event("what is a rose", user: "U1")).status
          let held = try await daemon.deliver(first.event("what is a rose", user: "U2")).status
          let other = try await daemon.deliver(second.event("what is a rose"), to: "other").status
          #expect(passed == 202)
          #expect(held == 429)
          #expect(other == 202)
        }
      }
    }
  }

  @Test("A conversation goes on after a restart")
  func restart() async throws {
    try await TrialPlatform.use("generic") { trial in
      try await KnowledgeFixture.use { fixture in
        let state = StateFolder(url: fixture.home.appendingPathComponent("state"))
        for question in ["what is a rose", "and the tulip?"] {
          try await RunningDaemon.use(platforms: [trial.plan], state: state) { daemon in
            let event = try trial.event(question)
            #expect(try await daemon.deliver(event).status == 202)
            try await daemon.untilSent()
          }
        }
        #expect(trial.sink.calls.count == 2)
        #expect(trial.sink.calls.last.map { text($0).contains("bulb") } == true)
      }
    }
  }

  @Test("What a platform refuses for good becomes a dead letter, and can be sent again")
  func deadLetter() async throws {
    let refuses = NIOLockedValueBox(true)
    let sink = Sink { _ in
      refuses.withLockedValue { $0 } ? HTTPReply(status: .badRequest) : .text(Sink.thanks, type: "application/json")
    }
    try await TrialPlatform.use("generic", sink: sink) { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        _ = try await daemon.deliver(trial.event("what is a rose"))
        try await daemon.untilSent()
        await daemon.log.line(holding: "reply dead")
        let listed = try await daemon.control("GET", "/outbox")
        #expect(listed.contains(#""dead": 1"#) && listed.contains(#""cause": "refused""#) && !listed.contains("thorns"))
        #expect(try await daemon.control("GET", "/outbox/1").contains("thorns"))
        refuses.withLockedValue { $0 = false }
        #expect(try await daemon.control("POST", "/outbox/1").contains(#""replayed": 1"#))
        try await daemon.untilSent()
        #expect(sink.calls.count == 2)
        #expect(try await daemon.control("POST", "/outbox/1").contains("unknown_letter"))
      }
    }
  }

  @Test("A forgotten user leaves no trace in the store's files")
  func forgotten() async throws {
    let sink = Sink { _ in HTTPReply(status: .badRequest) }
    try await TrialPlatform.use("generic", sink: sink) { trial in
      try await RunningDaemon.use(platforms: [trial.plan]) { daemon in
        _ = try await daemon.deliver(trial.event("what is a rose", user: "canary-user"))
        await daemon.log.line(holding: "reply dead")
        try await daemon.untilSent()
        let body = #"{"user": "canary-user"}"#
        let erased = try await daemon.control("POST", "/forget", body)
        #expect(erased.contains(#""dead_letters": 1"#) && erased.contains(#""conversations": 1"#))
        for name in ["marrow.sqlite", "marrow.sqlite-wal"] {
          let data = FileManager.default.contents(atPath: daemon.state.url.appendingPathComponent(name).path) ?? Data()
          #expect(data.range(of: Data("canary-user".utf8)) == nil && data.range(of: Data("thorns".utf8)) == nil)
        }
      }
    }
  }
}
