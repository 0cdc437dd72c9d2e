import Chat
import Foundation
import HTTPTypes
import Testing

/// How every platform must send messages and understand what comes back.
@Suite("Every platform, sending")
struct SendingTests {
  static let kinds = PlatformRegistry.all.map { $0.kind }
  static let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func sent(
    _ test: RenderingTests.Case, _ sample: SampleAnswer = .veryLong, key: String = "reply-1", lateSince: Date? = nil
  ) async throws -> [OutgoingRequest] {
    var requests: [OutgoingRequest] = []
    let messages = try test.platform.render(sample.answer, for: test.event)
    guard !test.facts.onlyResponds else {
      #expect(test.event.answers == .synchronously && test.platform.followUps(messages, to: test.event).isEmpty)
      #expect(test.platform.synchronousResponse(messages, to: test.event) != nil)
      return []
    }
    for message in messages {
      requests.append(
        try await test.platform.outgoing(
          message, to: test.event.destination,
          context: SendContext(key: "\(key)/\(message.index)", lateSince: lateSince, now: Self.now)))
    }
    return requests
  }

  /// The body as a reader of its media type sees it.
  private static func words(of request: OutgoingRequest) -> String {
    guard request.headers[.contentType]?.hasPrefix("application/x-www-form-urlencoded") == true else {
      return String(decoding: request.body, as: UTF8.self)
    }
    return FormBody(request.body).pairs.map { "\($0.name)=\($0.value)" }.joined(separator: "\n")
  }

  @Test("Messages survive being stored, and what is stored holds no secret", arguments: kinds)
  func storesNoSecret(kind: String) async throws {
    let test = try RenderingTests.Case(kind)
    let message = try #require(test.platform.render(SampleAnswer.ordinary.answer, for: test.event).first)
    let stored = try JSONBody.encode(message) + JSONBody.encode(test.event.destination) + message.payload
    for secret in SampleSettings.settings(test.facts.type).secrets.values {
      #expect(!String(decoding: stored, as: UTF8.self).contains(secret.value))
    }
    let back = try JSONDecoder().decode(ChatMessage.self, from: JSONBody.encode(message))
    #expect(back == message)
    let place = try JSONDecoder().decode(Destination.self, from: JSONBody.encode(test.event.destination))
    #expect(place == test.event.destination)
  }

  @Test("Requests go to the configured server only and print nothing", arguments: kinds)
  func goesToSink(kind: String) async throws {
    let test = try RenderingTests.Case(kind)
    for request in try await sent(test) {
      #expect(request.url.hasPrefix("http://127.0.0.1:9/"))
      var dumped = ""
      dump(request, to: &dumped)
      #expect("\(request) \(String(reflecting: request)) \(dumped)".contains("127.0.0.1") == false)
    }
  }

  @Test("A late answer says so once, within the limits", arguments: kinds)
  func saysLate(kind: String) async throws {
    let test = try RenderingTests.Case(kind)
    let asked = Date(timeIntervalSince1970: 1_789_990_000)
    let bodies = try await sent(test, lateSince: asked).map(Self.words)
    if !test.facts.onlyResponds {
      #expect(bodies.first?.contains("You asked this on 2026-09-21 at 11:26 UTC.") == true)
    }
    #expect(bodies.dropFirst().allSatisfy { !$0.contains("You asked this") })
    #expect(LateNote.text(askedAt: asked).utf8.count + 4 <= LateNote.room)
  }

  @Test("A message without an address is refused for good, not sent anywhere", arguments: kinds)
  func refusesUnreadableMessage(kind: String) async throws {
    let test = try RenderingTests.Case(kind)
    let message = ChatMessage(payload: Data("[]".utf8))
    await #expect(throws: OutgoingFailure.self) {
      try await test.platform.outgoing(
        message, to: test.event.destination, context: SendContext(key: "k", now: Self.now))
    }
  }

  @Test("The platform's own success is a delivery", arguments: kinds)
  func understandsSuccess(kind: String) throws {
    let test = try RenderingTests.Case(kind)
    guard case .delivered = test.platform.interpret(test.facts.delivered, at: Self.now) else {
      Issue.record("not delivered")
      return
    }
  }

  @Test("The one object with which trials answer for all platforms is a delivery", arguments: kinds)
  func understandsTrials(kind: String) throws {
    let thanks = #"{"ok": true, "ts": "1700000000.000100", "id": "1", "event_id": "$1", "result": {"message_id": 1}}"#
    let response = OutgoingResponse(status: 200, body: Data(thanks.utf8))
    guard case .delivered = try RenderingTests.Case(kind).platform.interpret(response, at: Self.now) else {
      Issue.record("not delivered: marrow simulate would wait in vain")
      return
    }
  }

  @Test("429 waits as long as any form of Retry-After says, never less", arguments: kinds)
  func honoursRetryAfter(kind: String) throws {
    let platform = try RenderingTests.Case(kind).platform
    for (headers, body, seconds) in RetryAfterTests.forms {
      var fields: HTTPFields = [:]
      for header in headers { fields.append(HTTPField(name: try #require(.init("Retry-After")), value: header)) }
      let response = OutgoingResponse(status: 429, headers: fields, body: Data(body.utf8))
      guard case .retry(let after, _) = platform.interpret(response, at: Self.now) else {
        Issue.record("429 is no retry: \(headers) \(body)")
        continue
      }
      #expect(after == seconds, "\(headers) \(body)")
    }
  }

  @Test("5xx and 408 are tried again, 4xx and redirects are not, 410 never", arguments: kinds)
  func understandsStatuses(kind: String) throws {
    let platform = try RenderingTests.Case(kind).platform
    for status in [408, 500, 502, 503, 504] {
      let verdict = platform.interpret(OutgoingResponse(status: status, body: Data("<html>".utf8)), at: Self.now)
      guard case .retry = verdict else {
        Issue.record("\(status): \(verdict)")
        continue
      }
    }
    for status in [301, 302, 307, 400, 401, 403, 404, 405, 410, 413, 422] {
      switch platform.interpret(OutgoingResponse(status: status, body: Data("{}".utf8)), at: Self.now) {
      case .delivered, .retry: Issue.record("\(status) is taken for a success or tried again")
      case .gone, .refused, .tryPlain: break
      }
    }
  }

  @Test("No verdict repeats the platform's text", arguments: kinds)
  func verdictsAreSilent(kind: String) throws {
    let platform = try RenderingTests.Case(kind).platform
    let body = Data(
      #"{"ok":false,"error":"canary text","description":"canary","errcode":"canary me","message":"canary"}"#.utf8)
    for status in [200, 400, 403, 404, 410, 429, 500] {
      #expect(!"\(platform.interpret(OutgoingResponse(status: status, body: body), at: Self.now))".contains("canary"))
    }
  }
}
