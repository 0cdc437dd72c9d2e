import Chat
import Foundation
import HTTPTypes
import Testing

/// What WhatsApp and Messenger have in common.
@Suite("Meta's webhooks")
struct MetaTests {
  static let kinds = ["whatsapp", "messenger"]

  private func refusal(_ kind: String, _ request: WebhookRequest) async throws -> WebhookRefusal? {
    let platform = try MetaSamples.platform(kind)
    do throws(WebhookRefusal) {
      try await platform.verify(request, at: MetaSamples.now)
      return nil
    } catch { return error }
  }

  @Test("A handshake with our word gets its challenge back as plain text", arguments: kinds)
  func answersHandshake(kind: String) async throws {
    let request = MetaSamples.handshake(challenge: "1158%3Cb%3E")
    #expect(try await refusal(kind, request) == nil)
    guard case .handshake(let response) = try MetaSamples.platform(kind).read(request) else {
      Issue.record("no handshake")
      return
    }
    #expect(response.status == .ok && String(decoding: response.body, as: UTF8.self) == "1158<b>")
    #expect(response.headers[.contentType]?.hasPrefix("text/plain") == true)
  }

  @Test("A handshake with another word, none or two is forbidden", arguments: kinds)
  func refusesHandshake(kind: String) async throws {
    var doubled = MetaSamples.handshake()
    doubled.rawQuery += "&hub.verify_token=\(MetaSamples.token)"
    var bare = MetaSamples.handshake()
    bare.rawQuery = ""
    var below = MetaSamples.handshake()
    below.path = "/other"
    for request in [MetaSamples.handshake(token: "a-word-of-our-owm"), MetaSamples.handshake(token: ""), doubled, bare]
    {
      #expect(try await refusal(kind, request)?.status == .forbidden)
    }
    #expect(try await refusal(kind, below)?.status == .notFound)
    for request in [
      MetaSamples.handshake(mode: "unsubscribe"), MetaSamples.handshake(challenge: String(repeating: "1", count: 2000)),
    ] {
      #expect(throws: WebhookRefusal.self) { try MetaSamples.platform(kind).read(request) }
    }
  }

  @Test("The signature covers the bytes as they were sent, escapes and all", arguments: kinds)
  func signsRawBytes(kind: String) async throws {
    let request = MetaSamples.post(#"{"text":"\u00e9 \ud83d\ude42 \/ \u003c"}"#)
    #expect(try await refusal(kind, request) == nil)
    var other = request
    other.body = Data(#"{"text":"é \ud83d\ude42 \/ \u003c"}"#.utf8)
    #expect(try await refusal(kind, other)?.status == .unauthorized)
    for header in ["SHA256=", "sha1=", ""] {
      var request = request
      let code = try #require(request.header("x-hub-signature-256")).dropFirst(7)
      request.set([("x-hub-signature-256", header + code)])
      #expect(try await refusal(kind, request)?.status == .unauthorized)
    }
  }

  @Test(
    "The Graph API's errors",
    arguments: [
      (400, #"{"error":{"message":"m","code":130429}}"#, SendVerdict.retry(after: nil, reason: "code 130429")),
      (400, #"{"error":{"message":"m","code":131056}}"#, .retry(after: nil, reason: "code 131056")),
      (400, #"{"error":{"code":1,"is_transient":true}}"#, .retry(after: nil, reason: "code 1")),
      (400, #"{"error":{"code":613,"error_subcode":1996}}"#, .retry(after: nil, reason: "code 613, 1996")),
      (503, #"{"error":{"code":131016}}"#, .retry(after: nil, reason: "code 131016")),
      (400, #"{"error":{"code":131047}}"#, .gone("code 131047")),
      (400, #"{"error":{"code":131026}}"#, .gone("code 131026")),
      (400, #"{"error":{"code":10,"error_subcode":2018278}}"#, .gone("code 10, 2018278")),
      (400, #"{"error":{"code":551,"error_subcode":1545041}}"#, .gone("code 551, 1545041")),
      (401, #"{"error":{"code":190}}"#, .refused("code 190")), (400, #"{"error":{"code":100}}"#, .refused("code 100")),
      (400, #"{"error":"odd"}"#, .refused("status 400")), (500, "<html>", .retry(after: nil, reason: "status 500")),
      (200, #"{"messages":[{"id":"wamid.X"}]}"#, .delivered(receipt: "wamid.X")),
      (200, #"{"recipient_id":"1","message_id":"m_2"}"#, .delivered(receipt: "m_2")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    for kind in Self.kinds {
      #expect(try MetaSamples.platform(kind).interpret(response, at: MetaSamples.now) == verdict)
    }
  }

  @Test(
    "Settings that cannot be used are refused and named",
    arguments: [
      ("api_version", "24"), ("api_version", "v24.0/../x"), ("api_url", "ftp://x"), ("phone_number_id", "+1 650"),
      ("phone_number_id", "1/2"),
    ])
  func refusesSettings(key: String, value: String) {
    var settings = SampleSettings.settings(WhatsAppPlatform.self)
    settings.options[key] = value
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }
}
