import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Twilio")
struct TwilioTests {
  private static let silence = #"<?xml version="1.0" encoding="UTF-8"?><Response></Response>"#

  private func texts(_ messages: [ChatMessage]) throws -> [String] {
    try messages.map { try $0.content(as: TextMessage.self).text }
  }

  private func rendered(_ blocks: [AnswerBlock], from: String = "+14155551234", _ options: [String: String] = [:])
    throws -> [String]
  {
    let platform = try TwilioSamples.platform(options)
    let event = try #require(try TwilioSamples.event("x y", from: from, of: platform))
    return try texts(platform.render(Answer(kind: .answer, blocks: blocks), for: event))
  }

  // MARK: In

  @Test("A message is a question of its sender, by text message and by WhatsApp")
  func reads() throws {
    let platform = try TwilioSamples.platform()
    let event = try #require(try TwilioSamples.event("What is ALL? é 🙂", of: platform))
    #expect(event.text == "What is ALL? é 🙂" && event.id == "SM5" && event.user == "+14155551234")
    #expect(event.destination.fields == ["to": "+14155551234", "from": "+15005550006"] && event.replyBy == nil)
    let other = try #require(try TwilioSamples.event("What?", from: "whatsapp:+14155551234", of: platform))
    #expect(other.conversation != event.conversation && other.replyBy == TwilioSamples.now + 86_400)
  }

  @Test("What is no question is answered with silence that Twilio understands")
  func ignores() throws {
    let platform = try TwilioSamples.platform(["from": "+15005550009"])
    let cases: [[(String, String)]] = [
      TwilioSamples.fields("Stop"), TwilioSamples.fields(" STOP "), TwilioSamples.fields("unsubscribe"),
      TwilioSamples.fields("HELP"), TwilioSamples.fields("yes I do", [("OptOutType", "START")]),
      TwilioSamples.fields("stop", from: "whatsapp:+1"), TwilioSamples.fields("👍"), TwilioSamples.fields(""),
      TwilioSamples.fields("hi you", from: "+15005550006"), TwilioSamples.fields("hi you", from: "+15005550009"),
      TwilioSamples.fields("x y", [("MessageStatus", "delivered")]), [("Body", "x y")], [("From", "+1"), ("To", "+2")],
      TwilioSamples.fields("one", [("Body", "two")]),
    ]
    for fields in cases {
      guard case .ignored(let response, _) = try platform.read(TwilioSamples.request(fields)) else {
        Issue.record("not ignored: \(fields)")
        continue
      }
      #expect(String(decoding: response.body, as: UTF8.self) == Self.silence)
      #expect(response.headers[.contentType] == "text/xml; charset=utf-8")
    }
    #expect(try TwilioSamples.event("help", from: "whatsapp:+1", of: platform)?.text == "help")
    #expect(try TwilioSamples.event("stop of treatment?", of: platform) != nil)
  }

  @Test("JSON bodies are read alike")
  func readsJSON() throws {
    let json = #"{"MessageSid":"SM5","From":"+1415","To":"+1500","Body":"What is ALL?","NumMedia":0}"#
    let request = WebhookRequest(
      headers: [.contentType: "application/json"], body: Data(json.utf8), receivedAt: TwilioSamples.now)
    #expect(ReadingTests.event(try TwilioSamples.platform().read(request))?.text == "What is ALL?")
  }

  @Test("A form of thousands of fields is refused before anything is made of it")
  func refusesManyFields() async throws {
    let platform = try TwilioSamples.platform()
    var request = try #require(platform.simulated(question: "x y", user: "+1", at: TwilioSamples.now))
    request.body = Data(String(repeating: "a=b&", count: 60_000).utf8)
    await #expect(throws: WebhookRefusal.self) { try await platform.verify(request, at: TwilioSamples.now) }
  }

  // MARK: Out

  @Test("A text in the alphabet of text messages has 1530 characters, any other 670; quotes and dashes are made to fit")
  func countsSegments() throws {
    let plain = try rendered([.paragraph(String(repeating: "Words of “medicine” – it’s {so}… ", count: 300))])
    #expect(plain.allSatisfy { SMSReading.isGSM($0) && SMSReading.segments.count($0) <= 10 })
    #expect(plain[0].utf16.count > 1200 && plain[0].hasPrefix(#"Words of "medicine" - it's {so}... "#))
    let wide = try rendered([.paragraph(String(repeating: "Слова медицины. ", count: 300))])
    #expect(wide.allSatisfy { $0.utf16.count <= 670 } && wide[0].utf16.count > 500)
    let short = try rendered([.paragraph(String(repeating: "Words. ", count: 300))], ["segments": "2"])
    #expect(short.allSatisfy { SMSReading.segments.count($0) <= 2 })
    let whatsApp = try rendered(
      [.paragraph(String(repeating: "It’s so. ", count: 400))], from: "whatsapp:+14155551234")
    #expect(whatsApp.allSatisfy { $0.utf16.count <= 1600 } && whatsApp[0].utf16.count > 1400)
  }

  @Test("On WhatsApp marks are broken, in text messages nothing is added", arguments: [SampleAnswer.markup, .mentions])
  func staysText(sample: SampleAnswer) throws {
    let platform = try TwilioSamples.platform()
    let whatsApp = try #require(try TwilioSamples.event("x y", from: "whatsapp:+1", of: platform))
    for text in try texts(platform.render(sample.answer, for: whatsApp)) { #expect(!MarkReading.isActive(text)) }
    let sms = try #require(try TwilioSamples.event("x y", of: platform))
    for text in try texts(platform.render(sample.answer, for: sms)) { #expect(!text.contains("\u{200B}")) }
  }

  @Test("A message is posted as a form, from the number written to or the configured one")
  func sends() async throws {
    for (options, sender) in [
      ([:], ("From", "+15005550006")), (["from": "+1999"], ("From", "+1999")),
      (["from": "MG0123"], ("MessagingServiceSid", "MG0123")),
    ] {
      let platform = try TwilioSamples.platform(options)
      let event = try #require(try TwilioSamples.event("x y", of: platform))
      let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
      let request = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", now: TwilioSamples.now))
      #expect(request.url == "https://api.twilio.com/2010-04-01/Accounts/\(TwilioSamples.account)/Messages.json")
      let basic = Data("\(TwilioSamples.account):\(TwilioSamples.token)".utf8).base64EncodedString()
      #expect(request.headers[.authorization] == "Basic \(basic)")
      let form = FormBody(request.body)
      #expect(form["To"] == "+14155551234" && form[sender.0] == sender.1 && form.pairs.count == 3)
      #expect(form["Body"]?.contains(SampleAnswer.notice) == true)
    }
  }

  @Test("Answers in the response: ten messages at most, the rest follows")
  func responds() throws {
    let platform = try TwilioSamples.platform(["reply": "response", "segments": "1"])
    let event = try #require(try TwilioSamples.event("x y", of: platform))
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    let response = try #require(platform.synchronousResponse(messages, to: event))
    let body = String(decoding: response.body, as: UTF8.self)
    #expect(event.answers == .synchronously && messages.count > 10)
    #expect(body.components(separatedBy: "<Message>").count == 11 && body.utf8.count < 65_536)
    #expect(platform.followUps(messages, to: event) == Array(messages.dropFirst(10)))
    let later = try TwilioSamples.platform()
    let other = try #require(try TwilioSamples.event("x y", of: later))
    #expect(later.synchronousResponse(messages, to: other) == nil && other.answers == .later)
  }

  @Test(
    "Twilio's errors",
    arguments: [
      (201, #"{"sid":"SM9","status":"queued","code":null}"#, SendVerdict.delivered(receipt: "SM9")),
      (429, #"{"code":20429,"message":"Too Many Requests","status":429}"#, .retry(after: nil, reason: "code 20429")),
      (400, #"{"code":21611}"#, .retry(after: nil, reason: "code 21611")),
      (400, #"{"code":21610}"#, .gone("code 21610")),
      (400, #"{"code":21211}"#, .gone("code 21211")), (400, #"{"code":63016}"#, .gone("code 63016")),
      (401, #"{"code":20003,"message":"Authenticate"}"#, .refused("code 20003")),
      (400, #"{"code":21617}"#, .refused("code 21617")), (503, "<html>", .retry(after: nil, reason: "status 503")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try TwilioSamples.platform().interpret(response, at: TwilioSamples.now) == verdict)
  }

  @Test(
    "Settings that cannot be used are refused and named",
    arguments: [
      ("account_sid", "SM1"), ("account_sid", "AC1/../x"), ("webhook_url", ""), ("webhook_url", "bot.example"),
      ("segments", "25"), ("reply", "soon"),
    ])
  func refusesSettings(key: String, value: String) {
    #expect {
      try TwilioSamples.platform([key: value])
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }

  @Test("Without the webhook's address the start is refused: the signature is bound to it")
  func needsAddress() {
    #expect {
      try TwilioSamples.platform(publicURL: nil)
    } throws: { "\($0)".contains("webhook_url") && "\($0)".contains("listen.public_url") }
  }
}
