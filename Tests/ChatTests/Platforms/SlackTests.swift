import Chat
import Foundation
import Testing

@Suite("Slack")
struct SlackTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private func platform(_ options: [String: String] = [:]) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "slack", kind: "slack", options: options,
      secrets: ["signing_secret": Secret("8f742231b10e8888abcd99yyyzzz85a5"), "bot_token": Secret("xoxb-1")])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  private func read(_ body: String, options: [String: String] = [:]) throws -> Inbound {
    try platform(options).read(SlackSamples.request(body, at: Self.now))
  }

  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try read(body)) }

  private func sent(_ body: String, options: [String: String] = [:]) async throws -> (OutgoingRequest, Sent) {
    let platform = try platform(options)
    let event = try #require(ReadingTests.event(platform.read(SlackSamples.request(body, at: Self.now))))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    return (request, try JSONDecoder().decode(Sent.self, from: request.body))
  }

  private struct Sent: Decodable {
    let channel: String?
    let thread_ts: String?
    let response_type: String?
    let replace_original: Bool?
    let unfurl_links: Bool
    let unfurl_media: Bool
    let text: String
  }

  @Test("A challenge is answered with itself")
  func answersChallenge() throws {
    guard case .handshake(let response) = try read(#"{"token":"x","challenge":"3eZ\"b","type":"url_verification"}"#)
    else {
      Issue.record("no handshake")
      return
    }
    #expect(try JSONDecoder().decode([String: String].self, from: response.body) == ["challenge": "3eZ\"b"])
  }

  @Test("A check of the certificate is answered with nothing")
  func answersCertificateCheck() throws {
    guard case .handshake(let response) = try read("token=x&ssl_check=1") else {
      Issue.record("no handshake")
      return
    }
    #expect(response == .empty)
  }

  @Test("The two events that tell of one mention, and all their retries, are one event")
  func tellsCopies() throws {
    let copy = SlackSamples.mention.replacing("app_mention", with: "message").replacing(
      #""channel":"C1""#, with: #""channel":"C1","channel_type":"im""#)
    let one = try #require(try event(SlackSamples.event(SlackSamples.mention, id: "Ev1")))
    let other = try #require(try event(SlackSamples.event(copy, id: "Ev2")))
    #expect(one.id == other.id)
    #expect(one.id == "T1:C1:1790000000.000100")
  }

  @Test(
    "Own messages, other bots, edits, joins, channel talk and other events are acknowledged and dropped",
    arguments: [
      SlackSamples.own, SlackSamples.edit, SlackSamples.direct.replacing(#""U1""#, with: #""UBOT""#),
      SlackSamples.direct.replacing(#""user":"U1""#, with: #""user":"U1","bot_id":"B9""#),
      SlackSamples.direct.replacing(#""user":"U1""#, with: #""user":"U1","subtype":"channel_join""#),
      SlackSamples.direct.replacing(#""im""#, with: #""channel""#), SlackSamples.direct.replacing(#""im""#, with: "7"),
      #"{"type":"reaction_added","user":"U1","reaction":"+1"}"#, "null", "{}", "[]",
    ])
  func ignores(event: String) throws {
    guard case .ignored(let response, _) = try read(SlackSamples.event(event)) else {
      Issue.record("not ignored")
      return
    }
    #expect(response == .empty)
  }

  @Test("A file with words and a thread's reply sent to the channel are questions")
  func readsOwnWordsSubtypes() throws {
    for subtype in ["file_share", "thread_broadcast"] {
      let body = SlackSamples.direct.replacing(#""user":"U1""#, with: #""user":"U1","subtype":"\#(subtype)""#)
      #expect(try event(SlackSamples.event(body)) != nil)
    }
  }

  @Test(
    "Mentions, links and escapes are read as a person reads them",
    arguments: [
      ("<@UBOT> what is ALL?", "what is ALL?"), ("what is <@U2|anna> ALL <!here> now", "what is   ALL   now"),
      ("see <https://a.b/c?d=1&amp;e=2|this page> in <#C1|general>", "see this page in general"),
      ("see <https://a.b/c?d=1&amp;e=2>", "see https://a.b/c?d=1&e=2"),
      ("a &lt;b&gt; &amp;amp; &amp;lt;", "a <b> &amp; &lt;"),
      ("open < and <@ alone", "open < and <@ alone"), ("<!date^1^{date}|Monday> <!subteam^S1|@nurses> x", "Monday   x"),
    ])
  func readsText(raw: String, plain: String) throws {
    let text = try #require(String(data: JSONBody.encode(raw), encoding: .utf8))
    let body = SlackSamples.direct.replacing(#""is 3 &lt; 4 &amp;amp; why""#, with: text)
    #expect(try event(SlackSamples.event(body))?.text == plain)
  }

  @Test("A text of nothing but opening signs is read in one pass")
  func readsHostileText() throws {
    let body = SlackSamples.direct.replacing(
      "is 3 &lt; 4 &amp;amp; why", with: String(repeating: "<", count: 200_000) + "x")
    #expect(try event(SlackSamples.event(body))?.text.count == 200_001)
  }

  @Test("In a channel the answer opens a thread, and the thread is one conversation; a direct message opens none")
  func keepsThreads() async throws {
    let (request, opening) = try await sent(SlackSamples.event(SlackSamples.mention))
    #expect(request.url == "https://slack.com/api/chat.postMessage")
    #expect(request.headers.byName["authorization"] == "Bearer xoxb-1")
    #expect(opening.channel == "C1" && opening.thread_ts == "1790000000.000100")
    #expect(!opening.unfurl_links && !opening.unfurl_media)
    let reply = SlackSamples.mention.replacing(
      #""ts":"1790000000.000100""#, with: #""ts":"1790000009.000100","thread_ts":"1790000000.000100""#)
    let first = try #require(try event(SlackSamples.event(SlackSamples.mention)))
    let second = try #require(try event(SlackSamples.event(reply)))
    #expect(first.conversation == second.conversation && first.id != second.id)
    #expect(try event(SlackSamples.press())?.conversation == first.conversation)
    let (_, direct) = try await sent(SlackSamples.event(SlackSamples.direct))
    #expect(direct.channel == "D1" && direct.thread_ts == nil)
  }

  @Test("A slash command is answered at its response URL, without the token, to who asked")
  func answersCommand() async throws {
    let (request, body) = try await sent(SlackSamples.command)
    #expect(request.url == "https://hooks.slack.com/commands/1")
    #expect(request.headers.byName["authorization"] == nil)
    #expect(body.response_type == "ephemeral" && body.replace_original == false && body.channel == nil)
    let (_, open) = try await sent(SlackSamples.command, options: ["command_reply": "in_channel"])
    #expect(open.response_type == "in_channel")
    #expect(try event(SlackSamples.command)?.replyBy == Self.now + 1800)
  }

  @Test("A command without words is told what to do")
  func explainsEmptyCommand() throws {
    guard case .ignored(let response, _) = try read(SlackSamples.command.replacing("what+is+ALL%3F", with: "")) else {
      Issue.record("not ignored")
      return
    }
    #expect(String(decoding: response.body, as: UTF8.self).contains("ephemeral"))
  }

  @Test(
    "A response URL anywhere else is never posted to",
    arguments: [
      "http://hooks.slack.com/x", "https://hooks.slack.com.evil.org/x", "https://evil.org/hooks.slack.com",
      "https://hooks.slack.com@evil.org/x", "https://hooks.slack.com:8443/x", "https://slack.com/x",
      "file:///etc/passwd",
      "https://u:p@hooks.slack.com/x", "//hooks.slack.com/x", "", "https://127.0.0.1/x", "HTTPS://EVIL.ORG/x",
      "https://hooks.slack.com\\@evil.org/", "https://evil.org#hooks.slack.com", "https://hooks.slack.com\r\nX: y",
    ])
  func refusesForeignResponseURL(url: String) async throws {
    let escaped = String(decoding: FormBody.encoded([("response_url", url)]), as: UTF8.self)
    let command = SlackSamples.command.replacing(/response_url=[^&]*/, with: escaped)
    let event = try event(command)
    guard let event else { return }
    let platform = try platform()
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    await #expect(throws: OutgoingFailure.self) {
      try await platform.outgoing(message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    }
  }

  @Test("A pressed button asks what it offers; one that is not ours, or without a value, asks nothing")
  func readsButtons() async throws {
    #expect(try event(SlackSamples.press())?.text == "Symptoms of ALL")
    #expect(try event(SlackSamples.press(action: "approve")) == nil)
    #expect(try event(SlackSamples.press(value: "")) == nil)
    #expect(try event("payload=%7B%22type%22%3A%22view_submission%22%7D") == nil)
    #expect(throws: WebhookRefusal.self) { try read("payload=%7B") }
    let (request, body) = try await sent(SlackSamples.press())
    #expect(request.url.hasSuffix("/chat.postMessage") && body.thread_ts == "1790000000.000100")
    let (ephemeral, _) = try await sent(SlackSamples.press(ephemeral: true))
    #expect(ephemeral.url == "https://hooks.slack.com/actions/T1/1/x")
  }

  @Test(
    "Slack's errors are read from the body, whatever the status",
    arguments: [
      (200, #"{"ok":true,"ts":"1.2"}"#, SendVerdict.delivered(receipt: "1.2")), (200, "ok", .delivered(receipt: nil)),
      (200, #"{"ok":false,"error":"channel_not_found"}"#, .gone("channel_not_found")),
      (200, #"{"ok":false,"error":"is_archived"}"#, .gone("is_archived")),
      (200, #"{"ok":false,"error":"invalid_auth"}"#, .refused("invalid_auth")),
      (200, #"{"ok":false,"error":"ratelimited"}"#, .retry(after: nil, reason: "ratelimited")),
      (200, #"{"ok":false,"error":"fatal_error"}"#, .retry(after: nil, reason: "fatal_error")),
      (200, #"{"ok":false,"error":"invalid_blocks"}"#, .tryPlain("invalid_blocks")),
      (200, #"{"ok":false,"error":"msg_blocks_too_long"}"#, .tryPlain("msg_blocks_too_long")),
      (200, #"{"ok":false}"#, .refused("unknown error")), (404, "expired_url", .gone("expired_url")),
      (404, "used_url", .gone("used_url")), (200, "<html>", .retry(after: nil, reason: "the response is not Slack's")),
      (503, #"{"ok":false,"error":"what"}"#, .retry(after: nil, reason: "what")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try platform().interpret(response, at: Self.now) == verdict)
  }

  @Test("The plain form of a message has the whole text and no blocks")
  func hasPlainForm() throws {
    let platform = try platform()
    let event = try #require(try event(SlackSamples.command))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let plain = try #require(platform.plain(message))
    #expect(try SlackContent(plain).blocks == nil)
    #expect(try SlackContent(plain).text.contains("1. Symptoms of acute lymphocytic leukemia"))
    #expect(platform.plain(plain) == nil)
  }

  @Test("Only what no retry can mend asks Slack for none")
  func asksForNoRetryRarely() throws {
    let platform = try platform()
    let name = "x-slack-no-retry"
    func asks(_ refusal: WebhookRefusal) -> Bool {
      platform.response(to: refusal).headers.byName[name] == "1"
    }
    #expect(asks(.malformed("body is not JSON")) && asks(.unsupportedMediaType))
    #expect(!asks(.unauthenticated) && !asks(.stale) && !asks(.unavailable))
  }
}
