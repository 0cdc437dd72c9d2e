import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Rocket.Chat")
struct RocketChatTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  /// A message as `mapEventArgsToData` of the server's trigger handler writes it.
  private static let message = """
    {"token":"8DFS89DMKLWENaaaaaaaaaaa","bot":false,"trigger_word":"marrow","channel_id":"GENERAL",\
    "channel_name":"general","message_id":"hGPVEoyCoGgZeLsn9","timestamp":"2026-09-21T14:13:20.250Z",\
    "user_id":"rocket.cat.1","user_name":"anna","text":"marrow what is ALL?","siteUrl":"https://chat.example.org"}
    """

  private func platform() throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "ward", kind: "rocketchat", options: ["server_url": "https://chat.example.org", "user_id": "BOT1"],
      secrets: ["token": Secret("8DFS89DMKLWENaaaaaaaaaaa"), "auth_token": Secret("personal-token")])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  private func request(_ body: String) -> WebhookRequest {
    WebhookRequest(headers: [.contentType: "application/json"], body: Data(body.utf8), receivedAt: Self.now)
  }

  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try platform().read(request(body))) }

  private struct Sent: Decodable {
    let roomId: String
    let text: String
    let tmid: String?
    let parseUrls: Bool
  }

  private func sent(_ body: String) async throws -> (OutgoingRequest, Sent) {
    let platform = try platform()
    let event = try #require(try event(body))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    return (request, try JSONDecoder().decode(Sent.self, from: request.body))
  }

  @Test("A message is a question without its trigger word, asked when it was written")
  func readsMessage() async throws {
    try await platform().verify(request(Self.message), at: Self.now)
    let event = try #require(try event(Self.message))
    #expect(event.text == "what is ALL?" && event.id == "hGPVEoyCoGgZeLsn9")
    #expect(event.askedAt == Date(timeIntervalSince1970: 1_790_000_000.25))
  }

  @Test("An answer opens a thread in a channel, stays in one, and opens none in a direct message")
  func addressesAnswers() async throws {
    let (request, post) = try await sent(Self.message)
    #expect(request.url == "https://chat.example.org/api/v1/chat.postMessage")
    #expect(request.headers.byName["x-auth-token"] == "personal-token" && request.headers.byName["x-user-id"] == "BOT1")
    #expect(post.roomId == "GENERAL" && post.tmid == "hGPVEoyCoGgZeLsn9" && !post.parseUrls)
    let inThread = Self.message.replacing(#""siteUrl""#, with: #""tmid":"ROOT1","siteUrl""#)
    #expect(try await sent(inThread).1.tmid == "ROOT1")
    let direct = Self.message.replacing(#""channel_name":"general","#, with: "")
    #expect(try await sent(direct).1.tmid == nil)
  }

  @Test(
    "Messages of integrations and of the bot itself, edits and other events are dropped, with a body that is not empty")
  func ignores() throws {
    for body in [
      Self.message.replacing(#""bot":false"#, with: #""bot":true"#),
      Self.message.replacing("rocket.cat.1", with: "BOT1"),
      Self.message.replacing(#""siteUrl""#, with: #""isEdited":true,"siteUrl""#),
      Self.message.replacing("marrow what is ALL?", with: "marrow"),
      Self.message.replacing(#""message_id":"hGPVEoyCoGgZeLsn9","#, with: ""),
    ] {
      guard case .ignored(let response, _) = try platform().read(request(body)) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .json("{}"))
    }
  }

  @Test("No refusal has a status that would switch the integration off")
  func neverGone() throws {
    let platform = try platform()
    for refusal in [WebhookRefusal.unauthenticated, .malformed("x"), .unsupportedMediaType, .notFound, .unavailable] {
      #expect(platform.response(to: refusal).status.code != 410)
    }
  }

  @Test(
    "The server's responses",
    arguments: [
      (200, #"{"success":true,"channel":"x","message":{"_id":"m1"}}"#, SendVerdict.delivered(receipt: "m1")),
      (200, #"{"success":false,"error":"canary"}"#, .refused("no success")),
      (200, "<html>", .retry(after: nil, reason: "the response is not Rocket.Chat's")),
      (400, #"{"success":false,"error":"x","errorType":"error-room-not-found"}"#, .gone("error-room-not-found")),
      (400, #"{"success":false,"error":"x","errorType":"error-not-allowed"}"#, .refused("status 400")),
      (400, #"{"success":false,"errorType":"error-too-many-requests"}"#, .retry(after: nil, reason: "status 429")),
      (401, #"{"status":"error","message":"You must be logged in to do this."}"#, .refused("status 401")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try platform().interpret(response, at: Self.now) == verdict)
  }

  @Test("429 waits until the time in X-RateLimit-Reset, Unix milliseconds")
  func waitsForReset() throws {
    var headers: HTTPFields = [:]
    headers[try #require(.init("X-RateLimit-Reset"))] = "1790000014500"
    let response = OutgoingResponse(status: 429, headers: headers, body: Data(#"{"success":false}"#.utf8))
    #expect(
      try platform().interpret(response, at: Self.now) == .retry(after: .milliseconds(4500), reason: "status 429"))
  }
}
