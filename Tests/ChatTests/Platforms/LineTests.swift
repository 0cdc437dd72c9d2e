import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("LINE")
struct LineTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private func events(_ events: String...) throws -> [InboundEvent] {
    guard case .events(let read, _, _) = try LineSamples.platform().read(LineSamples.request(LineSamples.body(events)))
    else { return [] }
    return read
  }

  private func sent(
    _ event: InboundEvent, sample: SampleAnswer = .ordinary, index: Int = 0, key: String = "k", isRetry: Bool = false,
    at now: Date = now
  ) async throws -> (OutgoingRequest, LinePayload) {
    let platform = try LineSamples.platform()
    let message = try platform.render(sample.answer, for: event)[index]
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: key, isRetry: isRetry, now: now))
    return (request, try LinePayload(request))
  }

  // MARK: In

  @Test("The console's verification, a webhook without events, is answered 200")
  func answersVerification() async throws {
    let request = LineSamples.request(LineSamples.body([]))
    try await LineSamples.platform().verify(request, at: Self.now)
    guard case .handshake(let response) = try LineSamples.platform().read(request) else {
      Issue.record("no handshake")
      return
    }
    #expect(response == .empty)
  }

  @Test("A batch gives an event for each question in it, told by its own id, and nothing for the rest")
  func readsBatch() throws {
    let read = try events(
      LineSamples.text("What is ALL?", id: "01A1"), LineSamples.follow, LineSamples.sticker, LineSamples.unsend,
      #"{"type":7}"#, "null", LineSamples.text("👍"), LineSamples.text("What is AML?", id: "01A2"))
    #expect(read.map(\.text) == ["What is ALL?", "What is AML?"] && read.map(\.id) == ["01A1", "01A2"])
    #expect(read.first?.askedAt == Date(timeIntervalSince1970: 1_790_000_000.25))
  }

  @Test("A redelivery is the same event")
  func tellsRedeliveries() throws {
    let one = try events(LineSamples.text("What is ALL?"))
    let other = try events(LineSamples.text("What is ALL?", redelivery: true))
    #expect(one.first?.id == other.first?.id && one.first?.id != nil)
  }

  @Test(
    "In a group only what mentions the bot is a question, without the mention",
    arguments: [
      ("@Marrow what is ALL?", #"{"index":0,"length":7,"type":"user","userId":"U1","isSelf":true}"#, "what is ALL?"),
      ("🙂 @Marrow what is ALL?", #"{"index":3,"length":7,"type":"user","isSelf":true}"#, "🙂  what is ALL?"),
      ("@Anna what is ALL?", #"{"index":0,"length":5,"type":"user","userId":"U2","isSelf":false}"#, nil),
      ("@All what is ALL?", #"{"index":0,"length":4,"type":"all"}"#, nil), ("what is ALL?", "", nil),
      ("x", #"{"index":-1,"length":4,"type":"user","isSelf":true}"#, nil),
      ("ab", #"{"index":9223372036854775807,"length":9223372036854775807,"type":"user","isSelf":true}"#, "ab"),
      ("@Marrow", #"{"index":0,"length":9223372036854775807,"type":"user","isSelf":true}"#, nil),
    ] as [(String, String, String?)])
  func hearsGroups(text: String, mention: String, question: String?) throws {
    let read = try events(LineSamples.text(text, source: LineSamples.group, mention: mention))
    #expect(read.first?.text == question)
  }

  @Test("In standby somebody else answers")
  func keepsStandby() throws {
    #expect(try events(LineSamples.text("What is ALL?", mode: "standby")).isEmpty)
  }

  @Test("The name of the header may be written in any case, its value in one only")
  func readsHeader() async throws {
    let platform = try LineSamples.platform()
    let body = LineSamples.body([LineSamples.text("What is ALL?")])
    var request = LineSamples.request(body)
    request.headers = [.contentType: "application/json"]
    request.set([("x-LINE-signature", LineSamples.signature(body))])
    try await platform.verify(request, at: Self.now)
    request.set([("x-line-signature", LineSamples.signature(body).trimmingCharacters(in: ["="]))])
    await #expect(throws: WebhookRefusal.self) { try await platform.verify(request, at: Self.now) }
  }

  // MARK: Out

  @Test("The first try is a reply; a later one, or one too late, is a push with the same key each time")
  func repliesThenPushes() async throws {
    let event = try #require(try events(LineSamples.text("What is ALL?")).first)
    let (reply, replied) = try await sent(event)
    #expect(reply.url == "https://api.line.me/v2/bot/message/reply")
    #expect(replied.replyToken == "nHuyWiB7yP5Zw52FIkcQobQuGDXCTA" && replied.to == nil)
    #expect(reply.headers[.authorization] == "Bearer access-token" && reply.headers.byName["x-line-retry-key"] == nil)
    let (push, pushed) = try await sent(event, isRetry: true)
    #expect(push.url == "https://api.line.me/v2/bot/message/push")
    #expect(pushed.to == "U4af4980629" && pushed.replyToken == nil)
    let key = try #require(push.headers.byName["x-line-retry-key"])
    #expect(UUID(uuidString: key) != nil)
    let (late, _) = try await sent(event, at: Self.now + 60)
    #expect(late.url == push.url && late.headers.byName["x-line-retry-key"] == key)
    #expect(try await sent(event, key: "other", isRetry: true).0.headers.byName["x-line-retry-key"] != key)
  }

  @Test("Up to five messages go out by one request; what is left is pushed to the group")
  func packsMessages() async throws {
    let mention = #"{"index":0,"length":7,"type":"user","isSelf":true}"#
    let event = try #require(
      try events(LineSamples.text("@Marrow what is ALL?", source: LineSamples.group, mention: mention)).first)
    let platform = try LineSamples.platform()
    let messages = try platform.render(SampleAnswer.oneEndlessParagraph.answer, for: event)
    #expect(messages.count > 1)
    #expect(try messages.allSatisfy { try (1...5).contains(LinePayload($0).messages.count) })
    #expect(try platform.render(SampleAnswer.veryLong.answer, for: event).count == 1)
    let (request, second) = try await sent(event, sample: .oneEndlessParagraph, index: 1)
    #expect(request.url.hasSuffix("/push") && second.to == "Ca56f94637c")
  }

  @Test("Offers are quick replies under the last message of a private talk, within LINE's limits, and lines of text")
  func offersQuickReplies() throws {
    let platform = try LineSamples.platform()
    let event = try #require(try events(LineSamples.text("What is ALL?")).first)
    for sample in [SampleAnswer.ordinary, .veryLong] {
      let payload = try LinePayload(#require(platform.render(sample.answer, for: event).last))
      #expect(payload.messages.dropLast().allSatisfy { $0.quickReply == nil })
      let actions = try #require(payload.messages.last?.quickReply).items.map(\.action)
      #expect(actions.map(\.text) == SampleAnswer.offers.map(\.title))
      #expect(actions.first?.label == "1. Symptoms of acut…")
      #expect(actions.allSatisfy { $0.type == "message" && $0.label.utf16.count <= 20 })
    }
    let many = (0..<20).map { Offer(title: "Title \($0) " + String(repeating: "🙂", count: 200), section: "s") }
    let answer = Answer(
      kind: .clarify, blocks: [.lead("Which?"), .offers(introduction: "One of:", many)], offers: many)
    let items = try LinePayload(#require(platform.render(answer, for: event).last)).messages.last?.quickReply?.items
    #expect(items?.count == 13)
    #expect(items?.allSatisfy { $0.action.text.utf16.count <= 300 } == true)
  }

  @Test("In a group there are no quick replies, since a press would not mention the bot")
  func offersNoneInGroups() throws {
    let mention = #"{"index":0,"length":7,"type":"user","isSelf":true}"#
    let event = try #require(
      try events(LineSamples.text("@Marrow what is ALL?", source: LineSamples.group, mention: mention)).first)
    let messages = try LineSamples.platform().render(SampleAnswer.ordinary.answer, for: event)
    #expect(try messages.allSatisfy { try LinePayload($0).messages.allSatisfy { $0.quickReply == nil } })
  }

  @Test(
    "All texts are plain text, in which LINE reads no mention, no picture and no mark", arguments: SampleAnswer.allCases
  )
  func isPlain(sample: SampleAnswer) async throws {
    let event = try #require(try events(LineSamples.text("What is ALL?")).first)
    for index in try LineSamples.platform().render(sample.answer, for: event).indices {
      let body = String(decoding: try await sent(event, sample: sample, index: index).0.body, as: UTF8.self)
      for key in ["\"textV2\"", "\"substitution\":", "\"emojis\":", "\"mentionee\":"] { #expect(!body.contains(key)) }
    }
  }

  @Test(
    "The API's responses",
    arguments: [
      (
        200, #"{"sentMessages":[{"id":"461230966842064897","quoteToken":"I"}]}"#,
        SendVerdict.delivered(receipt: "461230966842064897")
      ),
      (200, "{}", .delivered(receipt: nil)),
      (409, #"{"message":"The retry key is already accepted","sentMessages":[]}"#, .delivered(receipt: nil)),
      (400, #"{"message":"Invalid reply token"}"#, .retry(after: nil, reason: "reply token")),
      (400, #"{"message":"The request body has 1 error(s)","details":[]}"#, .refused("status 400")),
      (429, #"{"message":"You have reached your monthly limit."}"#, .refused("monthly limit")),
      (
        429, #"{"message":"The API rate limit has been exceeded. Try again later."}"#,
        .retry(after: nil, reason: "status 429")
      ),
      (500, #"{"message":"x"}"#, .retry(after: nil, reason: "status 500")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try LineSamples.platform().interpret(response, at: Self.now) == verdict)
  }
}
