import Chat
import Foundation
import Testing

@Suite("Standard Webhooks, against the specification's libraries", .enabled(if: Oracle.isInstalled))
struct GenericOracleTests {
  private static let secret = "whsec_" + Data((0..<32).map { UInt8($0 * 7 + 1) }).base64EncodedString()
  private static let bodies = [
    "{}", #"{"type":"question","data":{"question":"What is ALL?"}}"#, #"{"a":"é 日本語 🙂"}"#, " { \"a\" : 1,\n\"a\":2 } ",
  ]

  private struct Request: Encodable {
    let op: String
    var secret = GenericOracleTests.secret
    var id: String?
    var timestamp: Int?
    var headers: [String: String]?
    let body: String
  }

  private struct Reply: Decodable {
    let standardwebhooks: String?
    let svix: String?
    let error: String?
  }

  private func platform() throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "site", kind: "generic", options: ["callback_url": "https://example.org/answers"],
      secrets: ["secret": Secret(Self.secret)])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  @Test("What they sign, we accept")
  func acceptsTheirs() async throws {
    let now = Date(timeIntervalSince1970: 1_790_000_000)
    let requests = Self.bodies.map { Request(op: "sign", id: "msg_1", timestamp: 1_790_000_000, body: $0) }
    for (body, reply) in zip(Self.bodies, try await Oracle.ask("standard_webhooks.py", requests, as: Reply.self)) {
      for signature in [reply.standardwebhooks, reply.svix, "v1a,AAAA v2,x \(reply.svix ?? "")"] {
        var request = WebhookRequest(body: Data(body.utf8), receivedAt: now)
        request.set([
          ("webhook-id", "msg_1"), ("webhook-timestamp", "1790000000"),
          ("webhook-signature", try #require(signature)),
        ])
        try await platform().verify(request, at: now)
      }
    }
  }

  @Test("What we send, they accept, at every try")
  func sendsAcceptable() async throws {
    let platform = try platform()
    let now = Date()
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "u", at: now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    var requests: [Request] = []
    for sample in SampleAnswer.allCases {
      for (index, message) in try platform.render(sample.answer, for: event).enumerated() {
        for attempt in [0.0, 60] {
          let sent = try await platform.outgoing(
            message, to: event.destination, context: SendContext(key: "\(sample)/\(index)", now: now + attempt))
          requests.append(
            Request(op: "verify", headers: sent.headers.byName, body: String(decoding: sent.body, as: UTF8.self)))
          #expect(sent.body.count < 20_000)
        }
      }
    }
    for reply in try await Oracle.ask("standard_webhooks.py", requests, as: Verified.self) {
      #expect(reply.error == nil)
    }
  }

  private struct Verified: Decodable { let error: String? }

  @Test("The id of an answer stays over tries, its time and signature do not")
  func renewsSignature() async throws {
    let platform = try platform()
    let now = Date(timeIntervalSince1970: 1_790_000_000)
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "u", at: now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    func send(_ key: String, _ delay: Double) async throws -> (headers: [String: String], body: Data) {
      let sent = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: key, now: now + delay))
      return (sent.headers.byName, sent.body)
    }
    let (first, second, other) = (try await send("a.b", 0), try await send("a.b", 5), try await send("a.c", 0))
    #expect(first.headers["webhook-id"] == second.headers["webhook-id"])
    #expect(first.headers["webhook-id"]?.contains(".") == false)
    #expect(first.headers["webhook-id"] != other.headers["webhook-id"])
    #expect(first.headers["webhook-timestamp"] == "1790000000" && second.headers["webhook-timestamp"] == "1790000005")
    #expect(first.headers["webhook-signature"] != second.headers["webhook-signature"])
    #expect(first.body == second.body)
  }
}
