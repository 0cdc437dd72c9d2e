import Chat
import Foundation
import Testing

@Suite("WhatsApp, against pywa", .enabled(if: Oracle.isInstalled))
struct WhatsAppOracleTests {
  private struct Request: Encodable {
    let op: String
    var secret: String?
    var body: String?
    var signature: String?
    var code: Int?
  }

  private struct Reply: Decodable {
    let valid: Bool?
    let id: String?
    let user: String?
    let text: String?
    let seconds: Double?
    let data: String?
    let same: Bool?
    let meaning: String?
    let error: String?
  }

  @Test("Of what is signed and what is changed it thinks as we do; Messenger's signature is the same")
  func agreesOnSignatures() async throws {
    for kind in MetaTests.kinds {
      let platform = try MetaSamples.platform(kind)
      let good = try #require(platform.simulated(question: "What is é 🙂?", user: "1", at: MetaSamples.now))
      var changed = good
      changed.body.append(0x20)
      var foreign = good
      foreign.set([("x-hub-signature-256", "sha256=" + String(repeating: "0", count: 64))])
      let samples = [good, changed, foreign, MetaSamples.post(#"{"text":"\u00e9"}"#)]
      let requests = samples.map {
        Request(
          op: "verify", secret: MetaSamples.secret, body: String(decoding: $0.body, as: UTF8.self),
          signature: $0.header("x-hub-signature-256"))
      }
      let replies = try await Oracle.ask("whatsapp.py", requests, as: Reply.self)
      #expect(replies.map(\.valid) == [true, false, false, true])
      for (sample, reply) in zip(samples, replies) {
        do throws(WebhookRefusal) {
          try await platform.verify(sample, at: MetaSamples.now)
          #expect(reply.valid == true)
        } catch { #expect(reply.valid == false) }
      }
    }
  }

  @Test("It reads the same messages")
  func readsAlike() async throws {
    let bodies = [
      MetaSamples.text("What is ALL? é 🙂"), MetaSamples.press("button", id: "1:Symptoms", title: "Symptoms"),
      MetaSamples.press("list", id: "2:Symptoms of ALL", title: "Symptoms of…"),
    ].map { MetaSamples.whatsApp($0) }
    let platform = try MetaSamples.platform("whatsapp")
    let replies = try await Oracle.ask("whatsapp.py", bodies.map { Request(op: "read", body: $0) }, as: Reply.self)
    for (body, reply) in zip(bodies, replies) {
      let event = try #require(ReadingTests.event(platform.read(MetaSamples.post(body))))
      #expect(reply.error == nil && reply.id == event.id && reply.user == event.user)
      #expect(reply.seconds == event.askedAt?.timeIntervalSince1970)
      #expect(event.text == (reply.data?.split(separator: ":").last.map(String.init) ?? reply.text))
    }
  }

  @Test("Every message we send is the one that it sends", arguments: SampleAnswer.allCases)
  func sendsAlike(sample: SampleAnswer) async throws {
    let platform = try MetaSamples.platform("whatsapp")
    let event = try #require(
      ReadingTests.event(platform.read(MetaSamples.post(MetaSamples.whatsApp(MetaSamples.text("x y"))))))
    var requests: [Request] = []
    for message in try platform.render(sample.answer, for: event) {
      let sent = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", lateSince: MetaSamples.now, now: MetaSamples.now)
      )
      requests.append(Request(op: "check", body: String(decoding: sent.body, as: UTF8.self)))
    }
    for reply in try await Oracle.ask("whatsapp.py", requests, as: Reply.self) {
      #expect(reply.same == true, "\(reply.error ?? "")")
    }
  }

  @Test("What it calls throttling we send again; what it calls undeliverable, never")
  func agreesOnErrors() async throws {
    let known: [(Int, String)] = [
      (4, "ToManyAPICalls"), (80007, "RateLimitIssues"), (130429, "RateLimitHit"), (131056, "TooManyMessages"),
      (131016, "ServiceUnavailable"), (131057, "AccountInMaintenanceMode"), (131026, "MessageUndeliverable"),
      (131047, "ReEngagementMessage"), (190, "ExpiredAccessToken"), (131009, "InvalidParameter"),
    ]
    let replies = try await Oracle.ask(
      "whatsapp.py", known.map { Request(op: "meaning", code: $0.0) }, as: Reply.self)
    #expect(replies.map(\.meaning) == known.map(\.1))
    let platform = try MetaSamples.platform("whatsapp")
    for (index, (code, _)) in known.enumerated() {
      let body = Data(#"{"error":{"message":"x","code":\#(code)}}"#.utf8)
      switch platform.interpret(OutgoingResponse(status: 400, body: body), at: MetaSamples.now) {
      case .retry: #expect(index < 6)
      case .gone: #expect(index == 6 || index == 7)
      case .refused: #expect(index > 7)
      case .delivered, .tryPlain: Issue.record("\(code)")
      }
    }
  }
}
