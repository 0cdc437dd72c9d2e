import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Zulip")
struct ZulipTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private func event(_ body: String) throws -> InboundEvent? {
    ReadingTests.event(try ZulipSamples.platform().read(ZulipSamples.request(body)))
  }

  private func sent(_ body: String) async throws -> (OutgoingRequest, FormBody) {
    let platform = try ZulipSamples.platform()
    let event = try #require(try event(body))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    return (request, FormBody(request.body))
  }

  @Test(
    "The bot's mention is no part of the question, wherever it stands",
    arguments: [
      "@**Marrow** what is ALL?", "@**Marrow|7** what is ALL?", "what is ALL? @**Marrow**", "@**Marrow**: what is ALL?",
      "what is @**Marrow|7**ALL?",
    ])
  func readsMention(text: String) throws {
    let event = try #require(try event(ZulipSamples.mention(text)))
    #expect(event.text == "what is ALL?" && event.id == "112" && event.user == "10")
    #expect(event.askedAt == Date(timeIntervalSince1970: 1_790_000_000))
  }

  @Test("An answer goes to the channel and topic of its question, or to all in a direct conversation")
  func addressesAnswers() async throws {
    let (request, form) = try await sent(ZulipSamples.mention("@**Marrow** what is ALL?"))
    #expect(request.url == "https://chat.example.org/api/v1/messages")
    let login = Data("marrow-bot@chat.example.org:the-key".utf8).base64EncodedString()
    #expect(request.headers[.authorization] == "Basic \(login)")
    #expect(form["type"] == "stream" && form["to"] == "5" && form["topic"] == "Chemo, day 3")
    #expect(form["content"]?.isEmpty == false)
    let (_, direct) = try await sent(ZulipSamples.direct("what is ALL?", others: [23]))
    #expect(direct["type"] == "private" && direct["to"] == "[7,10,23]" && direct["topic"] == nil)
  }

  @Test("Topics and people have conversations of their own")
  func separatesConversations() throws {
    let mention = try ZulipSamples.mention("@**Marrow** x")
    let all = try [
      mention, mention.replacing("day 3", with: "day 4"), mention.replacing(#""stream_id":5"#, with: #""stream_id":6"#),
      mention.replacing(#""sender_id":10"#, with: #""sender_id":11"#), ZulipSamples.direct("x"),
      ZulipSamples.direct("x", others: [23]),
    ].map { try event($0)?.conversation }
    #expect(!all.contains(nil) && Set(all).count == all.count)
  }

  @Test("The bot's own messages and other shapes are dropped, with the object that the server wants")
  func ignores() throws {
    let mention = try ZulipSamples.mention("@**Marrow** x")
    for body in [
      try ZulipSamples.mention("x", sender: "Marrow-Bot@chat.example.org"), try ZulipSamples.mention("@**Marrow**"),
      mention.replacing(#""stream_id":5"#, with: #""stream_id":null"#),
      mention.replacing(#""id":112"#, with: #""id":"x""#),
      mention.replacing(#""type":"stream""#, with: #""type":"private""#), #"{"token":"\#(ZulipSamples.token)"}"#,
    ] {
      guard case .ignored(let response, _) = try ZulipSamples.platform().read(ZulipSamples.request(body)) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .json(#"{"response_not_required":true}"#))
    }
  }

  @Test(
    "The server's responses",
    arguments: [
      (200, #"{"result":"success","msg":"","id":42}"#, SendVerdict.delivered(receipt: "42")),
      (200, #"{"result":"error","msg":"x"}"#, .refused("no success")),
      (200, "<html>", .retry(after: nil, reason: "the response is not Zulip's")),
      (400, #"{"result":"error","msg":"x","code":"STREAM_DOES_NOT_EXIST"}"#, .gone("channel not found")),
      (400, #"{"result":"error","msg":"x","code":"BAD_REQUEST"}"#, .refused("status 400")),
      (401, #"{"result":"error","msg":"Invalid API key","code":"INVALID_API_KEY"}"#, .refused("status 401")),
      (
        429, #"{"result":"error","msg":"x","retry-after":28.706807374954224,"code":"RATE_LIMIT_HIT"}"#,
        .retry(after: .milliseconds(28_707), reason: "status 429")
      ),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try ZulipSamples.platform().interpret(response, at: Self.now) == verdict)
  }
}
