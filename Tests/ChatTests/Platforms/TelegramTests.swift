import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Telegram")
struct TelegramTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private func read(_ body: String) throws -> Inbound {
    try TelegramSamples.platform().read(TelegramSamples.request(body, at: Self.now))
  }

  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try read(body)) }

  private func group(_ text: String, entities: String = "", extra: String = "") throws -> InboundEvent? {
    try event(TelegramSamples.message(text, chat: TelegramSamples.group, entities: entities, extra: extra))
  }

  private func sent(
    _ body: String, sample: SampleAnswer = .ordinary, index: Int = 0
  ) async throws -> (OutgoingRequest, Sent) {
    let platform = try TelegramSamples.platform()
    let event = try #require(try event(body))
    let message = try platform.render(sample.answer, for: event)[index]
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    return (request, try JSONDecoder().decode(Sent.self, from: request.body))
  }

  private struct Sent: Decodable {
    struct Reply: Decodable {
      let message_id: Int
      let allow_sending_without_reply: Bool
    }
    struct Preview: Decodable { let is_disabled: Bool }

    let chat_id: Int64
    let text: String
    let parse_mode: String?
    let message_thread_id: Int64?
    let reply_parameters: Reply?
    let link_preview_options: Preview
  }

  // MARK: In

  @Test("A private message is a question, told by its update")
  func readsPrivateMessage() throws {
    let event = try #require(try event(TelegramSamples.message("What is ALL?")))
    #expect(event.text == "What is ALL?" && event.id == "900" && event.user == "42")
    #expect(event.askedAt == Date(timeIntervalSince1970: 1_790_000_000))
    #expect(event.answers == .later && !event.startsAfresh)
  }

  @Test(
    "In a group only what is for the bot is a question",
    arguments: [
      ("@marrow_bot what is ALL?", #"{"type":"mention","offset":0,"length":11}"#, "", "what is ALL?"),
      ("@Marrow_Bot: what is ALL?", #"{"type":"mention","offset":0,"length":11}"#, "", "what is ALL?"),
      ("🙂 what is ALL, @marrow_bot", #"{"type":"mention","offset":16,"length":11}"#, "", "🙂 what is ALL,"),
      ("What is ALL?", "", ",\"reply_to_message\":{\"message_id\":9,\"from\":\(TelegramSamples.bot)}", "What is ALL?"),
      ("/help@marrow_bot", #"{"type":"bot_command","offset":0,"length":16}"#, "", "help"),
      ("/ask what is ALL?", #"{"type":"bot_command","offset":0,"length":4}"#, "", "what is ALL?"),
      ("/symptoms@marrow_bot of ALL", "", "", "of ALL"),
    ])
  func hearsGroups(text: String, entities: String, extra: String, question: String) throws {
    #expect(try group(text, entities: entities, extra: extra)?.text == question)
  }

  @Test(
    "In a group all other talk is dropped",
    arguments: [
      ("What is ALL?", "", ""), ("@other_bot what is ALL?", #"{"type":"mention","offset":0,"length":10}"#, ""),
      ("a@marrow_bot.org", #"{"type":"email","offset":0,"length":16}"#, ""), ("@marrow_bot", "", ""),
      ("@marrow_bot", #"{"type":"mention","offset":0,"length":11}"#, ""), ("/help@other_bot", "", ""),
      ("/roll 6", "", ""),
      ("What?", "", ",\"reply_to_message\":{\"message_id\":9,\"from\":\(TelegramSamples.person)}"),
      ("x", #"{"type":"mention","offset":-1,"length":11}"#, ""),
      ("x", #"{"type":"mention","offset":9223372036854775807,"length":11}"#, ""),
      ("x", #"{"type":"mention","offset":0,"length":9223372036854775807}"#, ""),
    ])
  func dropsGroupTalk(text: String, entities: String, extra: String) throws {
    #expect(try group(text, entities: entities, extra: extra) == nil)
  }

  @Test(
    "Commands",
    arguments: [
      ("/start", "hello", true), ("/start deep-link", "hello", true), ("/reset", "hello", true),
      ("/RESET@marrow_bot", "hello", true), ("/help", "help", false), ("/ask", "help", false),
      ("/ask\nwhat is ALL?", "what is ALL?", false), ("/what", "help", false), ("/what is ALL", "is ALL", false),
      ("/ what is ALL", "/ what is ALL", false), ("/1/2 of a dose", "/1/2 of a dose", false),
    ])
  func readsCommands(text: String, question: String, afresh: Bool) throws {
    let event = try #require(try event(TelegramSamples.message(text)))
    #expect(event.text == question && event.startsAfresh == afresh)
  }

  @Test(
    "Bots, edits, channels, pictures and other updates are acknowledged and dropped",
    arguments: [
      TelegramSamples.message("x", from: TelegramSamples.bot),
      TelegramSamples.message("x", extra: ",\"via_bot\":\(TelegramSamples.bot)"),
      TelegramSamples.message("x", chat: #"{"id":-1,"type":"channel"}"#),
      TelegramSamples.message("x").replacing(#""message":"#, with: #""edited_message":"#),
      TelegramSamples.message("x").replacing(#""message":"#, with: #""channel_post":"#),
      TelegramSamples.message("x").replacing(#""text":"x""#, with: #""photo":[]"#),
      TelegramSamples.message("x").replacing(#""from":"#, with: #""sender":"#),
      #"{"update_id":1}"#, #"{"update_id":1,"my_chat_member":{}}"#, #"{"update_id":"1"}"#, "[]",
      #"{"update_id":1,"message":[]}"#, #"{"update_id":1,"message":{"text":1}}"#,
    ])
  func ignores(body: String) throws {
    guard case .ignored(let response, _) = try read(body) else {
      Issue.record("not ignored")
      return
    }
    #expect(response == .empty)
  }

  @Test("Chats, topics and people have conversations of their own")
  func separatesConversations() throws {
    let topic = #","message_thread_id":5,"is_topic_message":true"#
    let chain = #","message_thread_id":5"#
    func conversation(_ chat: String, _ extra: String = "", from: String = TelegramSamples.person) throws -> String? {
      try event(TelegramSamples.message("/ask x", chat: chat, from: from, extra: extra))?.conversation
    }
    let group = TelegramSamples.group
    let other = TelegramSamples.person.replacing("42", with: "43")
    let all = [
      try conversation(TelegramSamples.privateChat), try conversation(group), try conversation(group, topic),
      try conversation(group, from: other),
    ]
    #expect(Set(all).count == all.count)
    #expect(try conversation(group, chain) == conversation(group))
  }

  // MARK: Buttons

  @Test("A pressed button asks its title, and the waiting sign is taken off")
  func readsButtons() async throws {
    guard case .events(let events, let actions, _) = try read(TelegramSamples.press("q:Symptoms of ALL")) else {
      Issue.record("no event")
      return
    }
    #expect(events.first?.text == "Symptoms of ALL" && events.first?.id == "901")
    let action = try #require(actions.first)
    let request = try await TelegramSamples.platform().outgoing(
      action.message, to: action.destination, context: SendContext(key: "k", now: Self.now))
    #expect(request.url == "https://api.telegram.org/bot\(TelegramSamples.token)/answerCallbackQuery")
    #expect(String(decoding: request.body, as: UTF8.self) == #"{"callback_query_id":"4382bfdwdsb323b2d9"}"#)
    #expect(action.id != events.first?.id)
  }

  @Test("A button with a long title asks what it shows; if Telegram no longer says, its number")
  func readsLongButtons() throws {
    let row = #"[{"text":"A very long title indeed","callback_data":"n:2"}]"#
    #expect(try event(TelegramSamples.press("n:2", keyboard: row))?.text == "A very long title indeed")
    #expect(try event(TelegramSamples.press("n:2", keyboard: row.replacing(" indeed", with: "…")))?.text == "2")
    #expect(try event(TelegramSamples.press("n:2"))?.text == "2")
  }

  @Test(
    "A button that is none of ours asks nothing, but its waiting sign is taken off", arguments: ["x", "", "n:x", "q:"])
  func ignoresForeignButtons(data: String) throws {
    guard case .events(let events, let actions, _) = try read(TelegramSamples.press(data)) else {
      Issue.record("no action")
      return
    }
    #expect(events.isEmpty && actions.count == 1)
  }

  @Test("Buttons carry at most 64 bytes")
  func limitsButtonData() async throws {
    let platform = try TelegramSamples.platform()
    let event = try #require(try event(TelegramSamples.message("x y")))
    let last = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).last)
    let labels = try TelegramPayload(last).labels
    #expect(
      labels.map(\.data) == [
        "q:Symptoms of acute lymphocytic leukemia", "q:When to see a doctor, & what to say <there>", "n:3",
      ])
    #expect(labels.map(\.text) == SampleAnswer.offers.map(\.title))
    for offers in [100, 101] {
      let titles = (0..<offers).map {
        Offer(title: "Title \($0) é🙂 " + String(repeating: "x", count: $0), section: "s")
      }
      let answer = Answer(
        kind: .clarify, blocks: [.lead("Which?"), .offers(introduction: "One of:", titles)], offers: titles)
      for message in try platform.render(answer, for: event) {
        #expect(try TelegramPayload(message).labels.allSatisfy { $0.data.utf8.count <= 64 && !$0.text.isEmpty })
        #expect(try TelegramPayload(message).labels.count <= 100)
      }
    }
  }

  // MARK: Out

  @Test("An answer quotes its question, in its topic, without pictures of links")
  func addressesAnswers() async throws {
    let extra = #","message_thread_id":5,"is_topic_message":true"#
    let (request, body) = try await sent(
      TelegramSamples.message("/ask x", chat: TelegramSamples.group, extra: extra))
    #expect(request.url == "https://api.telegram.org/bot\(TelegramSamples.token)/sendMessage")
    #expect(body.chat_id == -100500 && body.message_thread_id == 5 && body.parse_mode == "HTML")
    #expect(body.reply_parameters?.message_id == 17 && body.reply_parameters?.allow_sending_without_reply == true)
    #expect(body.link_preview_options.is_disabled)
    let (_, second) = try await sent(TelegramSamples.message("x y"), sample: .veryLong, index: 1)
    #expect(second.reply_parameters == nil)
    let (_, pressed) = try await sent(TelegramSamples.press("q:Symptoms"))
    #expect(pressed.reply_parameters == nil && pressed.message_thread_id == nil)
  }

  @Test("The base URL is configurable")
  func hasOtherServers() async throws {
    let platform = try TelegramSamples.platform(["api_url": "http://127.0.0.1:8081/"])
    let event = try #require(try event(TelegramSamples.message("x y")))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: Self.now))
    #expect(request.url.hasPrefix("http://127.0.0.1:8081/bot123456:"))
  }

  @Test("The plain form has the same words and buttons and no mark-up, once")
  func hasPlainForm() throws {
    let platform = try TelegramSamples.platform()
    let event = try #require(try event(TelegramSamples.message("x y")))
    let message = try #require(platform.render(SampleAnswer.markup.answer, for: event).first)
    let plain = try #require(platform.plain(message))
    let (before, after) = (try TelegramPayload(message), try TelegramPayload(plain))
    #expect(after.text == TelegramPayload.read(before.text) && !after.isMarkup)
    #expect(after.labels.map(\.data) == before.labels.map(\.data))
    #expect(platform.plain(plain) == nil)
  }

  @Test(
    "The Bot API's errors",
    arguments: [
      (200, #"{"ok":true,"result":{"message_id":7}}"#, SendVerdict.delivered(receipt: "7")),
      (200, #"{"ok":true,"result":true}"#, .delivered(receipt: nil)),
      (
        400, #"{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities: Unsupported start tag"}"#,
        .tryPlain("mark-up not understood")
      ),
      (400, #"{"ok":false,"error_code":400,"description":"Bad Request: chat not found"}"#, .gone("chat not found")),
      (
        400,
        #"{"ok":false,"error_code":400,"description":"Bad Request: query is too old and response timeout expired or query ID is invalid"}"#,
        .gone("press too old")
      ),
      (
        400, #"{"ok":false,"error_code":400,"description":"Bad Request: message is too long"}"#,
        .refused("message too long")
      ),
      (
        400,
        #"{"ok":false,"error_code":400,"description":"Bad Request: group chat was upgraded to a supergroup chat","parameters":{"migrate_to_chat_id":-100123}}"#,
        .gone("the group has another id")
      ),
      (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#, .refused("status 401")),
      (
        403, #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#,
        .gone("status 403")
      ),
      (
        429,
        #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}"#,
        .retry(after: .seconds(35), reason: "status 429")
      ),
      (502, "<html>", .retry(after: nil, reason: "status 502")),
      (200, "<html>", .retry(after: nil, reason: "the response is not Telegram's")),
      (200, #"{"ok":false}"#, .refused("no success")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try TelegramSamples.platform().interpret(response, at: Self.now) == verdict)
  }

  @Test("A group that has become a supergroup is followed there")
  func followsMigration() async throws {
    let platform = try TelegramSamples.platform()
    let event = try #require(try group("/ask x"))
    let body = #"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-100123}}"#
    let moved = OutgoingResponse(status: 400, body: Data(body.utf8))
    let place = try #require(platform.newPlace(of: event.destination, after: moved))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(message, to: place, context: SendContext(key: "k", now: Self.now))
    #expect(try JSONDecoder().decode(Sent.self, from: request.body).chat_id == -100_123)
    #expect(platform.newPlace(of: event.destination, after: OutgoingResponse(status: 400)) == nil)
  }

  @Test(
    "Keys that Telegram would not have made are refused and named",
    arguments: [
      ("bot_token", "x"), ("bot_token", "1:"), ("bot_token", ":x"), ("bot_token", "1:a/../b"), ("bot_token", "1:a b"),
      ("secret_token", "0123-canary"), ("secret_token", "0123456789012345 6"),
      ("secret_token", String(repeating: "a", count: 257)),
    ])
  func refusesBadKeys(key: String, value: String) {
    var settings = SampleSettings.settings(TelegramPlatform.self)
    settings.secrets[key] = Secret(value)
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { error in
      (error as? SettingsProblem)?.key == key && !"\(error)".contains(value)
    }
  }
}
