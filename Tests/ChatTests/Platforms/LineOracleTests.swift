import Chat
import Foundation
import Testing

@Suite("LINE, against its own kit", .enabled(if: Oracle.isInstalled))
struct LineOracleTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_001)

  private struct Request: Encodable {
    let op: String
    var secret = LineSamples.secret
    var signature: String?
    let body: String
  }

  private struct Reply: Decodable {
    let signature: String?
    let valid: Bool?
    let seen: [String]?
    let count: Int?
    let error: String?
  }

  private static let bodies = [
    LineSamples.body([]), LineSamples.body([LineSamples.text("What is ALL?")]),
    LineSamples.body([LineSamples.text("é 日本語 🙂 \\ \""), LineSamples.follow, LineSamples.unsend]),
    " " + LineSamples.body([LineSamples.text("a"), LineSamples.text("b")]) + "\n",
  ]

  private func isAccepted(_ request: WebhookRequest) async -> Bool {
    do {
      try await LineSamples.platform().verify(request, at: Self.now)
      return true
    } catch { return false }
  }

  @Test("What it confirms as LINE's signature, we accept; changed, both refuse")
  func acceptsTheirs() async throws {
    let signed = try await Oracle.ask("line.py", Self.bodies.map { Request(op: "sign", body: $0) }, as: Reply.self)
    for (body, reply) in zip(Self.bodies, signed) {
      #expect(reply.valid == true)
      var request = LineSamples.request(body)
      request.set([("x-line-signature", try #require(reply.signature))])
      #expect(await isAccepted(request))
      request.body.append(0x20)
      #expect(await isAccepted(request) == false)
    }
    let wrong = Self.bodies.map { Request(op: "parse", signature: LineSamples.signature($0 + " "), body: $0) }
    for reply in try await Oracle.ask("line.py", wrong, as: Reply.self) { #expect(reply.error != nil) }
  }

  @Test("Its parser reads the same texts from the same webhooks, ours for trials among them")
  func readsAlike() async throws {
    let platform = try LineSamples.platform()
    let trial = try #require(platform.simulated(question: "What is é 🙂?", user: "U4af", at: Self.now))
    let requests = Self.bodies.map { LineSamples.request($0) } + [trial]
    let asks = requests.map {
      Request(
        op: "parse", signature: $0.header("x-line-signature"), body: String(decoding: $0.body, as: UTF8.self))
    }
    for (request, reply) in zip(requests, try await Oracle.ask("line.py", asks, as: Reply.self)) {
      #expect(reply.error == nil)
      var texts: [String] = []
      if case .events(let events, _, _) = try platform.read(request) { texts = events.map(\.text) }
      #expect(texts == reply.seen)
    }
  }

  @Test("Every request of ours is one of its models, within the limits it knows", arguments: SampleAnswer.allCases)
  func requestsAreModels(sample: SampleAnswer) async throws {
    let platform = try LineSamples.platform()
    let request = LineSamples.request(LineSamples.body([LineSamples.text("What is ALL?")]))
    let event = try #require(ReadingTests.event(platform.read(request)))
    var checks: [Data] = []
    for message in try platform.render(sample.answer, for: event) {
      for isRetry in [false, true] {
        let sent = try await platform.outgoing(
          message, to: event.destination,
          context: SendContext(key: "k", isRetry: isRetry, lateSince: Self.now, now: Self.now))
        let kind = sent.url.hasSuffix("/reply") ? "reply" : "push"
        checks.append(Data(#"{"op":"check","kind":"\#(kind)","body":"#.utf8) + sent.body + Data("}".utf8))
      }
    }
    for reply in try await Oracle.ask("line.py", lines: checks, as: Reply.self) {
      #expect(reply.error == nil && (1...5).contains(reply.count ?? 0))
    }
  }
}
