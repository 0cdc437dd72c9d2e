import Chat
import Foundation
import Testing

@Suite("Slack, against its own kit", .enabled(if: Oracle.isInstalled))
struct SlackOracleTests {
  private static let secret = "8f742231b10e8888abcd99yyyzzz85a5"

  private struct Request: Encodable {
    let op: String
    var secret = SlackOracleTests.secret
    var timestamp: String?
    var headers: [String: String]?
    var body: String
    var now: Double?
  }

  private struct Reply: Decodable {
    let signature: String?
    let valid: Bool?
    let status: Int?
    let seen: [String]?
    let count: Int?
    let error: String?
  }

  private func platform() throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "slack", kind: "slack",
      secrets: ["signing_secret": Secret(Self.secret), "bot_token": Secret("xoxb-1")])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  private func isAccepted(_ request: WebhookRequest, at now: Date) async -> Bool {
    do {
      try await platform().verify(request, at: now)
      return true
    } catch { return false }
  }

  @Test("What it signs, we accept")
  func acceptsTheirs() async throws {
    let now = Date(timeIntervalSince1970: 1_790_000_000)
    let bodies = ["{}", "", #"{"text":"é 🙂 &lt;"}"#, "command=%2Fmarrow&text=what+is+ALL%3F"]
    let requests = bodies.map { Request(op: "sign", timestamp: "1790000000", body: $0) }
    for (body, reply) in zip(bodies, try await Oracle.ask("slack.py", requests, as: Reply.self)) {
      var request = WebhookRequest(body: Data(body.utf8), receivedAt: now)
      request.set([
        ("x-slack-request-timestamp", "1790000000"), ("x-slack-signature", try #require(reply.signature)),
      ])
      #expect(await isAccepted(request, at: now))
    }
  }

  @Test("What we sign, it accepts; on age and malformed headers it agrees with us or fails where we refuse")
  func agreesOnRequests() async throws {
    let now = Date(timeIntervalSince1970: 1_790_000_000)
    let good = try #require(try platform().simulated(question: "What is ALL?", user: "U1", at: now))
    var samples: [(WebhookRequest, Date)] = [(good, now), (good, now + 299), (good, now + 301), (good, now - 301)]
    for (name, value) in [
      ("x-slack-signature", "v0=00"), ("x-slack-signature", ""), ("x-slack-request-timestamp", "soon"),
      ("x-slack-request-timestamp", ""), ("x-slack-request-timestamp", "1790000001"),
    ] {
      var request = good
      request.set([(name, value)])
      samples.append((request, now))
    }
    let requests = samples.map { request, now in
      Request(
        op: "verify", headers: Self.headers(request), body: String(decoding: request.body, as: UTF8.self),
        now: now.timeIntervalSince1970)
    }
    for (sample, reply) in zip(samples, try await Oracle.ask("slack.py", requests, as: Reply.self)) {
      #expect(await isAccepted(sample.0, at: sample.1) == (reply.valid ?? false))
    }
  }

  @Test("Its receiver reads the same questions from the same requests")
  func readsAlike() async throws {
    let now = Date()
    let platform = try platform()
    let samples = SlackSamples.all(at: now).map { SlackSamples.signed($0, secret: Self.secret, at: now) }
    let requests = samples.map {
      Request(op: "bolt", headers: Self.headers($0), body: String(decoding: $0.body, as: UTF8.self))
    }
    for (sample, reply) in zip(samples, try await Oracle.ask("slack.py", requests, as: Reply.self)) {
      #expect(reply.error == nil)
      try await platform.verify(sample, at: now)
      let ours = try ReadingTests.event(platform.read(sample))?.text
      // Ours has no mention in front and its escapes undone.
      let theirs = reply.seen?.first?.replacing(/<@[A-Z0-9]+> ?/, with: "")
        .replacingLiteral("&lt;", with: "<").replacingLiteral("&amp;", with: "&")
      #expect(ours == theirs, "\(String(decoding: sample.body, as: UTF8.self))")
    }
  }

  @Test("Every block we make is one of its models, within the limits it knows", arguments: SampleAnswer.allCases)
  func blocksAreModels(sample: SampleAnswer) async throws {
    let now = Date()
    let platform = try platform()
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "u", at: now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    var counts: [Int] = []
    var checks: [Data] = []
    for message in try platform.render(sample.answer, for: event) {
      let sent = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", lateSince: now, now: now))
      let body = try #require(JSONSerialization.jsonObject(with: sent.body) as? [String: Any])
      let blocks = body["blocks"] as? [Any] ?? []
      #expect(blocks.count <= 50)
      counts.append(blocks.count)
      checks.append(try JSONSerialization.data(withJSONObject: ["op": "check", "blocks": blocks]))
    }
    for (count, reply) in zip(counts, try await Oracle.ask("slack.py", lines: checks, as: Reply.self)) {
      #expect(reply.error == nil && reply.count == count)
    }
  }

  private static func headers(_ request: WebhookRequest) -> [String: String] { request.headers.byName }
}
