import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Standard Webhooks")
struct GenericTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_000)
  private static let first = "whsec_" + Data(repeating: 1, count: 24).base64EncodedString()
  private static let second = "whsec_" + Data(repeating: 2, count: 64).base64EncodedString()

  private func platform(
    _ secret: String = first, options: [String: String] = ["callback_url": "https://example.org/answers"]
  ) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "site", kind: "generic", options: options, secrets: ["secret": Secret(secret)])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  private func request(_ body: String, id: String = "msg_1") throws -> WebhookRequest {
    var request = try #require(try platform().simulated(question: "x", user: "u", at: Self.now))
    request.body = Data(body.utf8)
    request.set([("webhook-id", id)])
    return request
  }

  private func isAccepted(_ request: WebhookRequest, by platform: any ChatPlatform) async -> Bool {
    do {
      try await platform.verify(request, at: Self.now)
      return true
    } catch { return false }
  }

  @Test("While a secret is changed, both are accepted and both sign")
  func changesSecrets() async throws {
    let (old, new, both) = (
      try platform(Self.first), try platform(Self.second), try platform("\(Self.first) \(Self.second)")
    )
    for one in [old, new] {
      let request = try #require(one.simulated(question: "x", user: "u", at: Self.now))
      #expect(await isAccepted(request, by: both))
    }
    let request = try #require(both.simulated(question: "x", user: "u", at: Self.now))
    #expect(await isAccepted(request, by: old))
    #expect(await isAccepted(request, by: new))
  }

  @Test(
    "A secret of another form stops the start",
    arguments: [
      "secret", "whsec_", "whsec_AAAA", "whsec_%%%", "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw", " ",
      "whsk_" + first.dropFirst(6),
      "whsec_" + Data(repeating: 1, count: 23).base64EncodedString(),
      "whsec_" + Data(repeating: 1, count: 65).base64EncodedString(), first + " whsec_AAAA",
    ])
  func refusesSecrets(secret: String) {
    #expect(throws: SettingsProblem.self) { try platform(secret) }
  }

  @Test("A callback needs a URL, and one without a password in it")
  func needsCallback() {
    for url in ["", "example.org", "ftp://example.org", "https://u:p@example.org/", "https://"] {
      #expect(throws: SettingsProblem.self) { try platform(options: ["callback_url": url]) }
    }
    #expect(throws: SettingsProblem.self) { try platform(options: [:]) }
    #expect(throws: SettingsProblem.self) { try platform(options: ["reply": "later"]) }
  }

  @Test("Other paths and methods are refused before anything is verified")
  func refusesPaths() async throws {
    var request = try request("{}")
    request.path = "/more"
    let platform = try platform()
    await #expect(throws: WebhookRefusal.self) { try await platform.verify(request, at: Self.now) }
    request.path = ""
    request.method = .get
    do throws(WebhookRefusal) {
      try await platform.verify(request, at: Self.now)
      Issue.record("accepted")
    } catch {
      #expect(error.status == .methodNotAllowed)
      #expect(platform.response(to: error).headers.byName["allow"] == "POST")
    }
  }

  @Test("Without ids of its own a question stands alone; with a user it is the user's; with a conversation it is that")
  func tellsConversations() throws {
    func conversation(_ data: String, id: String = "msg_1") throws -> String? {
      let body = #"{"type":"question","data":{"question":"What is ALL?"\#(data)}}"#
      return ReadingTests.event(try platform().read(request(body, id: id)))?.conversation
    }
    #expect(try conversation("") != conversation("", id: "msg_2"))
    #expect(try conversation(#","user":"a""#) == conversation(#","user":"a""#, id: "msg_2"))
    #expect(try conversation(#","conversation":"c","user":"a""#) != conversation(#","conversation":"c","user":"b""#))
    let long = String(repeating: "x", count: 257)
    #expect(try conversation(#","user":"\#(long)""#) == nil)
  }

  @Test("In the response stands the whole answer, in one piece")
  func answersInResponse() throws {
    let platform = try platform(options: ["reply": "response"])
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "u", at: Self.now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    #expect(event.answers == .synchronously)
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    let response = try #require(platform.synchronousResponse(messages, to: event))
    struct Envelope: Decodable {
      struct Answer: Decodable {
        let question: String
        let text: String
        let parts: Int
      }
      let type: String
      let timestamp: String
      let data: Answer
    }
    let envelope = try JSONDecoder().decode(Envelope.self, from: response.body)
    #expect(envelope.type == "answer" && envelope.data.parts == 1 && envelope.data.text.count > 13_000)
    #expect(envelope.data.question == asked.headers.byName["webhook-id"])
    #expect(envelope.timestamp == "2026-09-21T14:13:20Z")
  }

  @Test("An event that is answered later has no response of its own")
  func answersLater() throws {
    let platform = try platform()
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "u", at: Self.now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    #expect(event.answers == .later)
    let messages = try platform.render(SampleAnswer.ordinary.answer, for: event)
    #expect(platform.synchronousResponse(messages, to: event) == nil)
  }

  @Test(
    "410 is the end, 429 and 502 wait", arguments: [(410, "gone"), (429, "retry"), (502, "retry"), (302, "refused")])
  func understands(status: Int, verdict: String) throws {
    let name =
      switch try platform().interpret(OutgoingResponse(status: status), at: Self.now) {
      case .delivered: "delivered"
      case .retry: "retry"
      case .gone: "gone"
      case .refused: "refused"
      case .tryPlain: "plain"
      }
    #expect(name == verdict)
  }
}
