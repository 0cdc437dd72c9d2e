import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Matrix")
struct MatrixTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)
  private static let mention = #","m.mentions":{"user_ids":["@marrow:marrow.test"]}"#

  /// What comes of some events; `members` are in the room, if the homeserver says so.
  private func read(_ events: [String], members: Int? = 2, options: [String: String] = [:]) async throws -> Inbound {
    let fetcher = members.map(MatrixSamples.members)
    let platform = try MatrixSamples.platform(
      options, fetcher: fetcher ?? CannedFetcher { _ in OutgoingResponse(status: 404) })
    let request = MatrixSamples.transaction(events, at: Self.now)
    try await platform.prepare(request)
    return try platform.read(request)
  }

  private func parts(_ inbound: Inbound) -> (events: [InboundEvent], actions: [ChatAction]) {
    if case .events(let events, let actions, _) = inbound { (events, actions) } else { ([], []) }
  }

  private func event(_ event: String, members: Int? = 2, options: [String: String] = [:]) async throws -> InboundEvent?
  {
    parts(try await read([event], members: members, options: options)).events.first
  }

  private struct Sent: Decodable {
    struct Relation: Decodable {
      struct Reply: Decodable { let event_id: String }
      let rel_type: String
      let event_id: String
      let is_falling_back: Bool
      let reply: Reply
      enum CodingKeys: String, CodingKey {
        case rel_type, event_id, is_falling_back
        case reply = "m.in_reply_to"
      }
    }
    let msgtype: String
    let body: String
    let format: String
    let formatted_body: String
    let mentions: [String: [String]]
    let relation: Relation?
    enum CodingKeys: String, CodingKey {
      case msgtype, body, format, formatted_body
      case mentions = "m.mentions"
      case relation = "m.relates_to"
    }
  }

  private func sent(_ event: InboundEvent, key: String = "k") async throws -> (OutgoingRequest, Sent) {
    let platform = try MatrixSamples.platform()
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: key, now: Self.now))
    return (request, try JSONDecoder().decode(Sent.self, from: request.body))
  }

  // MARK: The application service's paths

  private func status(
    _ path: String, _ method: HTTPRequest.Method, token: String? = "Bearer hs_0123456789abcdef"
  ) async throws -> (status: Int, body: String) {
    let platform = try MatrixSamples.platform()
    var request = MatrixSamples.request(path: path, method: method, at: Self.now)
    request.headers[.authorization] = token
    let response: WebhookResponse
    do throws(WebhookRefusal) {
      try await platform.verify(request, at: Self.now)
      switch try platform.read(request) {
      case .handshake(let now), .ignored(let now, _), .events(_, _, let now): response = now
      }
    } catch { response = platform.response(to: error) }
    return (Int(response.status.code), String(decoding: response.body, as: UTF8.self))
  }

  @Test(
    "Every path of the interface, and no other",
    arguments: [
      ("transactions/1", HTTPRequest.Method.put, 200, "{}"), ("ping", .post, 200, "{}"),
      ("users/@marrow:marrow.test", .get, 200, "{}"), ("users/@marrow_x:marrow.test", .get, 404, "M_NOT_FOUND"),
      ("rooms/#marrow/x:marrow.test", .get, 404, "M_NOT_FOUND"),
      ("thirdparty/protocol/irc", .get, 404, "M_UNRECOGNIZED"),
      ("transactions", .put, 404, "M_UNRECOGNIZED"), ("transactions/1", .post, 405, "M_UNRECOGNIZED"),
      ("ping", .get, 405, "M_UNRECOGNIZED"), ("users/@a:b", .put, 405, "M_UNRECOGNIZED"),
      ("", .get, 404, "M_UNRECOGNIZED"),
    ])
  func servesPaths(path: String, method: HTTPRequest.Method, code: Int, word: String) async throws {
    let response = try await status(path, method)
    #expect(response.status == code && response.body.contains(word))
  }

  @Test(
    "Any other token is refused with 403 M_FORBIDDEN, on every path",
    arguments: [nil, "Bearer as_0123456789abcdef", "bearer hs_0123456789abcdef", "hs_0123456789abcdef"])
  func refusesTokens(token: String?) async throws {
    for path in ["transactions/1", "ping", "what"] {
      let response = try await status(path, .put, token: token)
      #expect(response.status == 403 && response.body.contains("M_FORBIDDEN"))
    }
  }

  // MARK: Questions

  @Test("In a room of two every text is a question, told by its event")
  func readsDirect() async throws {
    let event = try #require(try await event(MatrixSamples.text("What is ALL?")))
    #expect(event.text == "What is ALL?" && event.id == "$question" && event.user == MatrixSamples.anna)
    #expect(event.askedAt == Date(timeIntervalSince1970: 1_790_000_000) && event.answers == .later)
  }

  @Test("In a room of more, and in one that is not known, only a mention is one", arguments: [3, 5000, nil])
  func hearsMentions(members: Int?) async throws {
    #expect(try await event(MatrixSamples.text("What is ALL?"), members: members) == nil)
    let cases = [
      ("Marrow: what is ALL?", Self.mention, "what is ALL?"), ("marrow, what is ALL?", "", "what is ALL?"),
      ("@marrow:marrow.test what is ALL?", "", "what is ALL?"),
      ("what is ALL, @marrow:marrow.test?", "", "what is ALL, @marrow:marrow.test?"),
      ("Marrow transplant risks?", Self.mention, "Marrow transplant risks?"),
      (
        "Marrow Bot what is ALL?",
        Self.mention
          + #","format":"org.matrix.custom.html","formatted_body":"<a href=\"https://matrix.to/#/@marrow:marrow.test\">Marrow Bot</a> what is ALL?""#,
        "what is ALL?"
      ),
      (
        "> <@marrow:marrow.test> An answer\n> of two lines\n\nWhy?",
        Self.mention + #","m.relates_to":{"m.in_reply_to":{"event_id":"$answer"}}"#, "Why?"
      ),
    ]
    for (body, extra, question) in cases {
      #expect(try await event(MatrixSamples.text(body, extra: extra), members: members)?.text == question)
    }
    #expect(try await event(MatrixSamples.text("marrow transplant risks?"), members: members) == nil)
    #expect(try await event(MatrixSamples.text("@marrow:other.test why?"), members: members) == nil)
  }

  @Test(
    "Own words, notices, edits, pictures, states and other events are accepted and dropped",
    arguments: [
      MatrixSamples.text("An answer.", sender: MatrixSamples.own),
      MatrixSamples.event(
        "m.room.message", #"{"msgtype":"m.notice","body":"What is ALL?"}"#, sender: "@bot:marrow.test"),
      MatrixSamples.text(
        "* What is AML?",
        extra:
          #","m.new_content":{"msgtype":"m.text","body":"What is AML?"},"m.relates_to":{"rel_type":"m.replace","event_id":"$question"}"#
      ),
      MatrixSamples.event("m.room.message", #"{"msgtype":"m.image","body":"blood.png","url":"mxc://x/y"}"#),
      MatrixSamples.event("m.room.message", #"{"msgtype":"m.text","body":"What?"}"#, state: ""),
      MatrixSamples.event("m.room.message", "{}"), MatrixSamples.event("m.room.message", #"{"msgtype":7,"body":[]}"#),
      MatrixSamples.event("m.reaction", #"{"m.relates_to":{"rel_type":"m.annotation","event_id":"$x","key":"+1"}}"#),
      MatrixSamples.event(
        "m.room.member", #"{"membership":"join"}"#, sender: MatrixSamples.own, state: MatrixSamples.own),
      MatrixSamples.invite("@other:marrow.test"), MatrixSamples.text("👍"), "{}", "null", "7", #""text""#, "[[]]",
    ])
  func ignores(event: String) async throws {
    guard case .ignored(let response, _) = try await read([event]) else {
      Issue.record("not ignored")
      return
    }
    #expect(response == .json("{}"))
  }

  @Test("A poisoned event is dropped alone, and its neighbours are read")
  func survivesPoison() async throws {
    let deep = String(repeating: #"{"a":"#, count: 900) + "1" + String(repeating: "}", count: 900)
    let poison = [
      MatrixSamples.event("m.room.message", #"{"msgtype":"m.text","body":"x","deep":\#(deep)}"#, id: "$deep"),
      #"{"type":"m.room.message"}"#, #"{"a":"\"}],{","b":[{}]}"#, "\"\\\\\"", "tru", #"{"x":01}"#,
    ]
    let events =
      [MatrixSamples.text("first ] } \" \\ question", id: "$1")] + poison + [MatrixSamples.text("second", id: "$2")]
    let found = parts(try await read(events)).events
    #expect(found.map(\.id) == ["$1", "$2"] && found.map(\.text) == ["first ] } \" \\ question", "second"])
  }

  @Test("Whatever else stands beside the events does not matter")
  func readsOtherKeys() async throws {
    let platform = try MatrixSamples.platform(fetcher: MatrixSamples.members(2))
    let body = """
       {"ephemeral" : [ {"type":"m.typing"} ], "events"\t: [ \(MatrixSamples.text("What is ALL?")) ],\n"x":{"events":[1]}, "y": null } \n
      """
    let request = MatrixSamples.request(body, at: Self.now)
    try await platform.prepare(request)
    #expect(parts(try platform.read(request)).events.map(\.text) == ["What is ALL?"])
    for body in [#"{"events":["#, #"{"events":[{}]"#, #"{"events":[{}]}x"#, #"{"events""#, "{", "x", "\u{0}"] {
      #expect(throws: WebhookRefusal.self) { try platform.read(MatrixSamples.request(body, at: Self.now)) }
    }
    for body in [#"{"events":[]}"#, #"{"events":7}"#, "{}", "[]", "null"] {
      guard case .ignored = try platform.read(MatrixSamples.request(body, at: Self.now)) else {
        Issue.record("not ignored: \(body)")
        continue
      }
    }
  }

  // MARK: Rooms

  @Test("The homeserver is asked about a room once, and again when somebody joins or ten minutes are over")
  func remembersRooms() async throws {
    let fetcher = MatrixSamples.members(2)
    let platform = try MatrixSamples.platform(fetcher: fetcher)
    func ask(_ events: [String], after seconds: TimeInterval = 0) async throws -> Int {
      let request = MatrixSamples.transaction(events, at: Self.now + seconds)
      try await platform.prepare(request)
      #expect(parts(try platform.read(request)).events.count == 1)
      return fetcher.urls.count
    }
    let text = MatrixSamples.text("What is ALL?")
    #expect(try await ask([text, MatrixSamples.text("👍")]) == 1)
    #expect(try await ask([text], after: 599) == 1)
    #expect(try await ask([text], after: 601) == 2)
    let join = MatrixSamples.event("m.room.member", #"{"membership":"join"}"#, state: "@carl:marrow.test")
    #expect(try await ask([join, text], after: 602) == 3)
    #expect(
      fetcher.urls[0] == "https://matrix.marrow.test/_matrix/client/v1/room_summary/%21C7gNroom_without-server%2Fpart")
  }

  @Test("A homeserver that cannot say now pushes again; one that will not say makes the room one of many")
  func asksAgain() async throws {
    let request = MatrixSamples.transaction([MatrixSamples.text("What is ALL?")], at: Self.now)
    for status in [nil, 429, 503] {
      let platform = try MatrixSamples.platform(
        fetcher: CannedFetcher { _ in status.map { OutgoingResponse(status: $0) } })
      do throws(WebhookRefusal) {
        try await platform.prepare(request)
        Issue.record("prepared")
      } catch { #expect(platform.response(to: error).status == .serviceUnavailable) }
    }
    for response in [OutgoingResponse(status: 403), OutgoingResponse(status: 500), OutgoingResponse(status: 200)] {
      let platform = try MatrixSamples.platform(fetcher: CannedFetcher { _ in response })
      try await platform.prepare(request)
      #expect(parts(try platform.read(request)).events.isEmpty)
    }
  }

  @Test("Requests that hold no question ask nothing")
  func asksOnlyForQuestions() async throws {
    let fetcher = MatrixSamples.members(2)
    let platform = try MatrixSamples.platform(fetcher: fetcher)
    let notice = MatrixSamples.event("m.room.message", #"{"msgtype":"m.notice","body":"x"}"#)
    try await platform.prepare(
      MatrixSamples.transaction(
        [notice, MatrixSamples.invite(), MatrixSamples.text("x", sender: MatrixSamples.own)], at: Self.now))
    try await platform.prepare(MatrixSamples.request(path: "ping", method: .post, at: Self.now))
    #expect(fetcher.urls.isEmpty)
  }

  @Test("An invitation is accepted by a request of our own")
  func joins() async throws {
    let (events, actions) = parts(try await read([MatrixSamples.invite(), MatrixSamples.invite()]))
    let action = try #require(actions.first)
    #expect(events.isEmpty && actions.count == 1 && action.id == "join:$invite")
    let request = try await MatrixSamples.platform().outgoing(
      action.message, to: action.destination, context: SendContext(key: "k", now: Self.now))
    #expect(request.method == .post && String(decoding: request.body, as: UTF8.self) == "{}")
    #expect(request.url == "https://matrix.marrow.test/_matrix/client/v3/rooms/%21C7gNroom_without-server%2Fpart/join")
    #expect(request.headers[.authorization] == "Bearer as_0123456789abcdef")
  }

  @Test("An encrypted room is told once that it cannot be read")
  func explainsEncryption() async throws {
    let encrypted = #"{"algorithm":"m.megolm.v1.aes-sha2","ciphertext":"x"}"#
    let events = [
      MatrixSamples.event("m.room.encryption", #"{"algorithm":"m.megolm.v1.aes-sha2"}"#, id: "$0", state: ""),
      MatrixSamples.event("m.room.encrypted", encrypted, id: "$1"),
      MatrixSamples.event("m.room.encrypted", encrypted, id: "$2", sender: "@carl:marrow.test"),
    ]
    let first = parts(try await read(events)).actions
    let second = parts(try await read([events[2]])).actions
    #expect(first.count == 1 && first.first?.id == second.first?.id)
    let action = try #require(first.first)
    let request = try await MatrixSamples.platform().outgoing(
      action.message, to: action.destination, context: SendContext(key: "k", now: Self.now))
    let notice = try JSONDecoder().decode(Sent.self, from: request.body)
    #expect(notice.body.contains("encrypted") && notice.relation == nil && notice.msgtype == "m.notice")
    #expect(try MatrixSamples.platform().duplicateMemory >= .seconds(72 * 3600))
  }

  // MARK: Answers

  @Test("An answer is a notice in the question's thread, as HTML too, and mentions nobody")
  func answersInThread() async throws {
    let event = try #require(try await event(MatrixSamples.text("What is ALL?")))
    let (request, body) = try await sent(event)
    #expect(request.method == .put && request.headers[.authorization] == "Bearer as_0123456789abcdef")
    #expect(
      request.url.hasPrefix(
        "https://matrix.marrow.test/_matrix/client/v3/rooms/%21C7gNroom_without-server%2Fpart/send/m.room.message/"))
    #expect(body.msgtype == "m.notice" && body.format == "org.matrix.custom.html" && body.mentions.isEmpty)
    #expect(body.relation?.rel_type == "m.thread" && body.relation?.is_falling_back == true)
    #expect(body.relation?.event_id == "$question" && body.relation?.reply.event_id == "$question")
    #expect(
      body.formatted_body.contains(
        "<p>Signs of it are:</p><ul><li>fever</li><li>pale skin</li><li>bleeding gums</li></ul>"))
    #expect(body.body.contains("Signs of it are:\n- fever\n- pale skin\n- bleeding gums"))
    #expect(body.formatted_body.contains("<p>You can also ask about:<br>1. Symptoms"))
  }

  @Test("Both forms say the same", arguments: SampleAnswer.allCases)
  func saysTheSame(sample: SampleAnswer) async throws {
    func words(_ text: String) -> String { text.filter { !$0.isWhitespace && $0 != "-" } }
    let event = try #require(try await event(MatrixSamples.text("x y")))
    for message in try MatrixSamples.platform().render(sample.answer, for: event) {
      let content = try MatrixPayload(message)
      #expect(words(content.body) == words(MatrixPayload.read(content.html)))
      let size = try await MatrixSamples.platform().outgoing(
        message, to: event.destination, context: SendContext(key: "k", lateSince: Self.now, now: Self.now)
      ).body.count
      #expect(size < 60_000)
    }
  }

  @Test("A thread goes on in its thread; in a group it is one conversation, among two the room is")
  func keepsThreads() async throws {
    let inThread =
      #","m.relates_to":{"rel_type":"m.thread","event_id":"$question","is_falling_back":true,"m.in_reply_to":{"event_id":"$answer"}}"#
    for (members, isShared) in [(2, true), (3, false)] {
      let first = try #require(
        try await event(MatrixSamples.text("What is ALL?", extra: Self.mention), members: members))
      let follow = try #require(
        try await event(MatrixSamples.text("And AML?", extra: Self.mention + inThread, id: "$2"), members: members))
      let other = try #require(
        try await event(MatrixSamples.text("What is AML?", extra: Self.mention, id: "$3"), members: members))
      #expect(first.conversation == follow.conversation)
      #expect((first.conversation == other.conversation) == isShared)
      let relation = try await sent(follow).1.relation
      #expect(relation?.event_id == "$question" && relation?.reply.event_id == "$2")
    }
  }

  @Test("Among two, answers open no thread if that is wished; in groups they do")
  func opensThreadsInGroupsOnly() async throws {
    let options = ["threads": "groups"]
    let text = MatrixSamples.text("What is ALL?", extra: Self.mention)
    #expect(try await sent(#require(try await event(text, members: 2, options: options))).1.relation == nil)
    #expect(try await sent(#require(try await event(text, members: 3, options: options))).1.relation != nil)
  }

  @Test("The transaction's id is the message's own at every try")
  func isIdempotent() async throws {
    let event = try #require(try await event(MatrixSamples.text("x y")))
    let (one, again, other) = (
      try await sent(event, key: "a/b").0, try await sent(event, key: "a/b").0, try await sent(event, key: "a/c").0
    )
    #expect(one.url == again.url && one.body == again.body && one.url != other.url)
  }

  @Test(
    "A homeserver's errors",
    arguments: [
      (200, #"{"event_id":"$x"}"#, SendVerdict.delivered(receipt: "$x")),
      (200, #"{"room_id":"!x"}"#, .delivered(receipt: nil)),
      (403, #"{"errcode":"M_FORBIDDEN","error":"canary"}"#, .gone("M_FORBIDDEN")),
      (401, #"{"errcode":"M_UNKNOWN_TOKEN","error":"canary"}"#, .refused("M_UNKNOWN_TOKEN")),
      (413, #"{"errcode":"M_TOO_LARGE"}"#, .refused("M_TOO_LARGE")),
      (400, #"{"errcode":"M_not text"}"#, .refused("status 400")),
      (
        429, #"{"errcode":"M_LIMIT_EXCEEDED","error":"x","retry_after_ms":4581}"#,
        .retry(after: .milliseconds(4581), reason: "status 429")
      ),
      (502, "<html>", .retry(after: nil, reason: "status 502")),
      (200, "<html>", .retry(after: nil, reason: "the response is not a homeserver's")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try MatrixSamples.platform().interpret(response, at: Self.now) == verdict)
  }

  // MARK: Setting up

  @Test(
    "The check by ping says what to look at",
    arguments: [
      (200, #"{"duration_ms":16}"#, ""), (401, #"{"errcode":"M_UNKNOWN_TOKEN"}"#, "as_token"),
      (403, #"{"errcode":"M_FORBIDDEN"}"#, "appservice_id"), (502, #"{"errcode":"M_BAD_STATUS"}"#, "hs_token"),
      (502, #"{"errcode":"M_CONNECTION_FAILED"}"#, "url"), (400, #"{"errcode":"M_URL_NOT_SET"}"#, "url"),
      (500, "", "status 500"), (0, "", "homeserver_url"),
    ])
  func advises(status: Int, body: String, word: String) async throws {
    let fetcher = CannedFetcher { _ in status == 0 ? nil : OutgoingResponse(status: status, body: Data(body.utf8)) }
    let results = try await MatrixSamples.platform(fetcher: fetcher).selfTest()
    #expect(results.first?.passed == true && results.count == 2)
    #expect(results.last?.passed == (status == 200))
    #expect(status == 200 || results.last?.advice?.contains(word) == true)
    #expect(results.last?.needsDaemon == body.contains("M_CONNECTION_FAILED"))
    #expect(fetcher.urls == ["https://matrix.marrow.test/_matrix/client/v1/appservice/marrow/ping"])
  }

  @Test(
    "Keys that cannot be are refused and named",
    arguments: [
      ("user_id", "marrow"), ("user_id", "@:x"), ("user_id", "@marrow"), ("user_id", "@marrow:"),
      ("user_id", "@ma rrow:x"),
      ("homeserver_url", "matrix.org"), ("threads", "never"), ("hs_token", "short"),
      ("hs_token", "as_0123456789abcdef"),
    ])
  func refusesBadKeys(key: String, value: String) {
    var settings = SampleSettings.settings(MatrixPlatform.self)
    settings.secrets["as_token"] = Secret("as_0123456789abcdef")
    if key == "hs_token" { settings.secrets[key] = Secret(value) } else { settings.options[key] = value }
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }
}
