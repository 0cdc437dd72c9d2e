import Chat
import Crypto
import Foundation
import HTTPTypes
import Testing

@Suite("Twilio, against its own kit", .enabled(if: Oracle.isInstalled))
struct TwilioOracleTests {
  private static let script = "twilio_signing.py"

  private struct Request: Encodable {
    let op: String
    var token = TwilioSamples.token
    var url: String?
    var form: String?
    var algorithm: String?
    var body: String?
    var signature: String?
    var settings: String?
    var is_form: Bool?
  }

  private struct Writing: Encodable {
    let op = "twiml"
    let texts: [String]
    let ours: String
  }

  private struct Reply: Decodable {
    let signature: String?
    let valid: Bool?
    let same: Bool?
    let error: String?
  }

  private func isAccepted(_ request: WebhookRequest, by platform: any ChatPlatform) async -> Bool {
    do {
      try await platform.verify(request, at: TwilioSamples.now)
      return true
    } catch { return false }
  }

  private static let forms: [[(String, String)]] = [
    TwilioSamples.fields("What is ALL? é 日本語 🙂 & = + %"),
    TwilioSamples.fields("e\u{301} \u{E9}", [("é", "1"), ("e\u{301}", "2")]),
    [("b", "2"), ("a", "1"), ("B", "3"), ("a", "0"), ("a", "1")], TwilioSamples.fields(""), [],
  ]

  @Test("What it signs, we accept: any fields, either algorithm, with the port in the URL and without")
  func acceptsTheirs() async throws {
    let platform = try TwilioSamples.platform(sharedKey: TwilioSamples.sharedKey)
    var samples: [(WebhookRequest, Request)] = []
    for form in Self.forms {
      for (url, query) in [
        (TwilioSamples.url, ""), ("https://bot.example:443/webhooks/sms", ""), (TwilioSamples.url, "a=1&b=%20"),
      ] {
        for settings in [nil, "key=k1,algorithm=HMAC_SHA256", "algorithm=HMAC_SHA1, key=k1"] {
          var request = TwilioSamples.request(form, query: query)
          request.set(settings.map { [("x-twilio-webhooks-signature-settings", $0)] } ?? [])
          let key = settings == nil ? TwilioSamples.token : TwilioSamples.sharedKey
          let sign = Request(
            op: "sign", token: key, url: query.isEmpty ? url : "\(url)?\(query)",
            form: String(decoding: request.body, as: UTF8.self),
            algorithm: settings?.contains("256") == true ? "HMAC_SHA256" : nil)
          samples.append((request, sign))
        }
      }
    }
    for (sample, reply) in zip(samples, try await Oracle.ask(Self.script, samples.map(\.1), as: Reply.self)) {
      var request = sample.0
      request.set([("x-twilio-signature", try #require(reply.signature))])
      #expect(await isAccepted(request, by: platform), "\(sample.1)")
      request.rawQuery += "x"
      #expect(await !isAccepted(request, by: platform))
    }
  }

  @Test("What we sign for trials, it accepts")
  func signsAcceptable() async throws {
    let platform = try TwilioSamples.platform()
    let request = try #require(platform.simulated(question: "What is é 🙂?", user: "+1", at: TwilioSamples.now))
    let ask = Request(
      op: "validate", url: TwilioSamples.url, body: String(decoding: request.body, as: UTF8.self),
      signature: request.header("x-twilio-signature"), is_form: true)
    #expect(try await Oracle.ask(Self.script, [ask], as: Reply.self).first?.valid == true)
  }

  @Test("A body that is no form is told by its hash in the URL, as it tells it")
  func agreesOnHashes() async throws {
    let body = #"{"MessageSid":"SM5","Body":"é 🙂"}"#
    let hash = Hex.text(Data(SHA256.hash(data: Data(body.utf8))))
    let query = "a=b&bodySHA256=\(hash)"
    let url = "\(TwilioSamples.url)?\(query)"
    let sign = Request(op: "sign", url: url, form: "")
    let signature = try #require(try await Oracle.ask(Self.script, [sign], as: Reply.self).first?.signature)
    let platform = try TwilioSamples.platform()
    let cases = [
      (body, query), (body + " ", query), (body, "a=b"), (body, query + "&bodySHA256=\(hash)"),
      (body, "a=b&bodySHA256=\(hash.uppercased())"),
    ]
    let asks = cases.map { body, query in
      Request(
        op: "validate", url: "\(TwilioSamples.url)?\(query)", body: body, signature: signature, is_form: false)
    }
    let replies = try await Oracle.ask(Self.script, asks, as: Reply.self)
    #expect(replies.map { $0.valid ?? false } == [true, false, false, false, false])
    for ((body, query), reply) in zip(cases, replies) {
      var request = WebhookRequest(
        rawQuery: query, headers: [.contentType: "application/json"], body: Data(body.utf8),
        receivedAt: TwilioSamples.now)
      request.set([("x-twilio-signature", signature)])
      #expect(await isAccepted(request, by: platform) == (reply.valid ?? false))
    }
  }

  @Test("A shared key that we do not have, and algorithms that are none, are refused")
  func refusesOtherKeys() async throws {
    let form = TwilioSamples.fields("What is ALL?")
    let sign = Request(
      op: "sign", token: TwilioSamples.sharedKey, url: TwilioSamples.url,
      form: String(decoding: TwilioSamples.request(form).body, as: UTF8.self), algorithm: "HMAC_SHA256")
    let signature = try #require(try await Oracle.ask(Self.script, [sign], as: Reply.self).first?.signature)
    for (settings, key, isGood) in [
      ("key=k,algorithm=HMAC_SHA256", TwilioSamples.sharedKey as String?, true),
      ("key=k,algorithm=HMAC_SHA256", nil, false), ("key=k,algorithm=none", TwilioSamples.sharedKey, false),
      ("key=k,algorithm=HMAC_SHA1", TwilioSamples.sharedKey, false), ("key=k", TwilioSamples.sharedKey, false),
    ] {
      var request = TwilioSamples.request(form)
      request.set([("x-twilio-webhooks-signature-settings", settings), ("x-twilio-signature", signature)])
      #expect(await isAccepted(request, by: try TwilioSamples.platform(sharedKey: key)) == isGood, "\(settings)")
    }
  }

  @Test("Our replies are what it writes for the same texts", arguments: SampleAnswer.allCases)
  func writesAlike(sample: SampleAnswer) async throws {
    let platform = try TwilioSamples.platform(["reply": "response"])
    let event = try #require(try TwilioSamples.event("x y", of: platform))
    let messages = Array(try platform.render(sample.answer, for: event).prefix(10))
    let writings = try [messages, []].map { messages in
      let response = platform.synchronousResponse(messages, to: event)
      let ours = response.map { String(decoding: $0.body, as: UTF8.self) } ?? "<Response/>"
      return Writing(texts: try messages.map { try $0.content(as: TextMessage.self).text }, ours: ours)
    }
    for reply in try await Oracle.ask(Self.script, writings, as: Reply.self) { #expect(reply.same == true) }
  }
}
