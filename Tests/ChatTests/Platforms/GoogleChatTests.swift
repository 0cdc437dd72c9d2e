import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Google Chat")
struct GoogleChatTests {
  private typealias Samples = GoogleChatSamples

  private func read(_ body: String) throws -> Inbound { try Samples.platform().read(Samples.request(body)) }
  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try read(body)) }
  private func text(_ response: WebhookResponse?) -> String {
    String(decoding: response?.body ?? Data(), as: UTF8.self)
  }

  private func status(
    _ issuer: TokenIssuer, _ claims: [String: Any], options: [String: String] = [:], at now: Date = Samples.now
  ) async throws -> Int? {
    let request = Samples.request(Samples.ask("What is ALL?"), token: try issuer.token(claims))
    return await BotFrameworkSamples.status(request, of: try Samples.platform(options: options), at: now)
  }

  // MARK: Tokens

  @Test("A token for the endpoint's URL in Google Chat's name is accepted, all others get 401")
  func verifiesEndpoint() async throws {
    #expect(try await status(.known, Samples.claims()) == nil)
    #expect(try await status(.known, Samples.claims(["iss": "accounts.google.com"])) == nil)
    let cases: [[String: Any?]] = [
      ["iss": Samples.chat], ["iss": nil], ["aud": Samples.endpoint + "/"], ["aud": Samples.project], ["aud": nil],
      ["email": "someone@gmail.com"], ["email": Samples.addOn], ["email": nil], ["email_verified": false],
      ["email_verified": nil], ["email_verified": "true"], ["exp": 1_789_999_699], ["iat": 1_790_000_301], ["exp": nil],
    ]
    for claims in cases { #expect(try await status(.known, Samples.claims(claims)) == 401, "\(claims)") }
    #expect(try await status(.foreign, Samples.claims()) == 401)
    #expect(try await status(.later, Samples.claims()) == 401)
  }

  @Test("An add-on's token is accepted where its service account is configured, and only there")
  func verifiesAddOn() async throws {
    let claims = Samples.claims(["email": Samples.addOn])
    #expect(try await status(.known, claims, options: ["caller": Samples.addOn]) == nil)
    #expect(try await status(.known, Samples.claims(), options: ["caller": Samples.addOn]) == 401)
    #expect(try await status(.known, claims) == 401)
  }

  @Test("A token for the project's number is accepted where that is configured, and no other")
  func verifiesProject() async throws {
    let options = ["project_number": Samples.project]
    let claims: [String: Any] = [
      "iss": Samples.chat, "aud": Samples.project, "iat": 1_790_000_000, "exp": 1_790_003_600,
    ]
    #expect(try await status(.later, claims, options: options) == nil)
    #expect(try await status(.later, claims, options: options, at: Samples.now + 3901) == 401)
    #expect(try await status(.known, claims, options: options) == 401)
    #expect(try await status(.known, Samples.claims(), options: options) == 401)
    for (claim, value) in [("iss", "https://accounts.google.com"), ("aud", "1234567891"), ("aud", Samples.endpoint)] {
      #expect(try await status(.later, claims.merging([claim: value]) { $1 }, options: options) == 401)
    }
    #expect(try await status(.later, claims) == 401)
  }

  @Test("While Google's keys cannot be fetched events get 503")
  func saysUnavailable() async throws {
    let request = Samples.request(Samples.ask("x"), token: try TokenIssuer.known.token(Samples.claims()))
    #expect(await BotFrameworkSamples.status(request, of: try Samples.platform(GatedFetcher { _ in nil })) == 503)
  }

  // MARK: In

  @Test("A question is what stands behind the mention, in both shapes")
  func readsMessages() throws {
    let wrapped = Samples.addOn(
      #""messagePayload":{"message":\#(Samples.message("What is ALL? 🙂")),"space":\#(Samples.space)}"#)
    for body in [Samples.ask("What is ALL? 🙂"), wrapped] {
      let event = try #require(try event(body))
      #expect(event.text == "What is ALL? 🙂" && event.answers == .synchronously && !event.startsAfresh)
      #expect(
        event.id == "spaces/AAAAAAAAAAA/messages/CCCCCCCCCCC.CCCCCCCCCCC"
          && event.destination.lane == "spaces/AAAAAAAAAAA")
      #expect(event.user == "users/12345678901234567890" && event.conversation.contains("threads/DDDDDDDDDDD"))
    }
    #expect(try event(wrapped)?.conversation == event(Samples.ask("x"))?.conversation)
  }

  @Test("A conversation of two is one conversation, whatever its threads")
  func readsDirect() throws {
    let event = try #require(
      try event(Samples.event("MESSAGE", #","message":\#(Samples.message("x"))"#, space: Samples.direct)))
    #expect(event.destination["thread"] == nil && !event.conversation.contains("threads"))
  }

  @Test("Commands ask what stands behind them, or for help")
  func readsCommands() throws {
    let slash = #","slashCommand":{"commandId":"1"}"#
    #expect(
      try event(Samples.event("MESSAGE", #","message":\#(Samples.message("What?", extra: slash))"#))?.text == "What?")
    #expect(try event(Samples.event("MESSAGE", #","message":\#(Samples.message("", extra: slash))"#))?.text == "help")
    #expect(try event(Samples.event("MESSAGE", #","message":\#(Samples.message(""))"#)) == nil)
    let quick = #","appCommandMetadata":{"appCommandId":2,"appCommandType":"QUICK_COMMAND"}"#
    #expect(try event(Samples.event("APP_COMMAND", quick))?.text == "help")
    let wrapped = Samples.addOn(
      #""appCommandPayload":{"message":\#(Samples.message("What?")),"space":\#(Samples.space),"appCommandMetadata":{"appCommandId":"1"}}"#
    )
    #expect(try event(wrapped)?.text == "What?")
  }

  @Test("A pressed button asks its title, in all shapes, and each press is one of its own")
  func readsButtons() throws {
    let message = #","message":\#(Samples.message("x"))"#
    let listed = Samples.event(
      "CARD_CLICKED",
      message + #","action":{"actionMethodName":"ask","parameters":[{"key":"question","value":"Signs of ALL"}]}"#)
    let mapped = Samples.event("CARD_CLICKED", message + #","common":{"parameters":{"question":"Signs of ALL"}}"#)
    let wrapped = Samples.addOn(
      #""buttonClickedPayload":{"message":\#(Samples.message("x")),"space":\#(Samples.space)}"#,
      parameters: #"{"question":"Signs of ALL"}"#)
    for body in [listed, mapped, wrapped] { #expect(try event(body)?.text == "Signs of ALL") }
    let again = listed.replacing(#""eventTime":"2026-09-15T23:02"#, with: #""eventTime":"2026-09-15T23:03"#)
    #expect(try event(listed)?.id != event(again)?.id && event(listed)?.id == event(listed)?.id)
    #expect(try event(Samples.event("CARD_CLICKED", message)) == nil)
  }

  @Test("Who adds the app is greeted, or answered where a question came along")
  func greets() throws {
    let event = try #require(try event(Samples.event("ADDED_TO_SPACE", space: Samples.direct)))
    #expect(event.text == "hello" && event.startsAfresh)
    #expect(
      try self.event(Samples.event("ADDED_TO_SPACE", #","message":\#(Samples.message("What?"))"#))?.text == "What?")
    #expect(try self.event(Samples.addOn(#""addedToSpacePayload":{"space":\#(Samples.space)}"#))?.text == "hello")
  }

  @Test("All else is acknowledged with an empty object and dropped")
  func ignores() throws {
    let bodies = [
      Samples.event("REMOVED_FROM_SPACE"), Samples.event("WIDGET_UPDATED"), "{}", "[]",
      Samples.ask("What?").replacing(#""type":"HUMAN"},"space""#, with: #""type":"BOT"},"space""#),
      Samples.addOn(#""removedFromSpacePayload":{"space":\#(Samples.space)}"#),
      Samples.addOn(
        #""buttonClickedPayload":{"space":\#(Samples.space),"isDialogEvent":true}"#, parameters: #"{"question":"x"}"#),
      #"{"commonEventObject":{"hostApp":"GMAIL"}}"#,
    ]
    for body in bodies {
      guard case .ignored(let response, _) = try read(body) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .json("{}"))
    }
  }

  // MARK: Out

  @Test("An answer is the response, in its thread, in the shape of the event")
  func answersAtOnce() throws {
    let platform = try Samples.platform()
    let event = try #require(try event(Samples.ask("x y")))
    let messages = try platform.render(SampleAnswer.ordinary.answer, for: event)
    let response = try #require(platform.synchronousResponse(messages, to: event))
    let payload = try JSONDecoder().decode(GoogleChatPayload.self, from: response.body)
    #expect(payload.thread?.name == "spaces/AAAAAAAAAAA/threads/DDDDDDDDDDD" && payload.buttons.count == 3)
    #expect(payload.buttons.allSatisfy { $0.onClick.action.function == Samples.endpoint && $0.text.utf16.count <= 80 })
    #expect(payload.buttons.map(\.question) == SampleAnswer.offers.map(\.title))
    let wrapped = Samples.addOn(#""messagePayload":{"message":\#(Samples.message("x y")),"space":\#(Samples.space)}"#)
    let other = text(platform.synchronousResponse(messages, to: try #require(try self.event(wrapped))))
    #expect(
      other == #"{"hostAppDataAction":{"chatDataAction":{"createMessageAction":{"message":\#(text(response))}}}}"#)
  }

  @Test("What does not fit into the response follows by the API, once for each key, with the account's token")
  func sendsFollowUps() async throws {
    let fetcher = GatedFetcher(Samples.google)
    let platform = try Samples.platform(fetcher)
    let event = try #require(try event(Samples.ask("x y")))
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    let rest = platform.followUps(messages, to: event)
    #expect(messages.count > 3 && rest == Array(messages.dropFirst()))
    var urls: [String] = []
    for key in ["a", "a", "b"] {
      let request = try await platform.outgoing(
        #require(rest.last), to: event.destination, context: SendContext(key: key, now: Samples.now))
      #expect(request.headers[.authorization] == "Bearer ya29.a")
      #expect(try GoogleChatPayload(request).thread?.name == "spaces/AAAAAAAAAAA/threads/DDDDDDDDDDD")
      urls.append(request.url)
    }
    #expect(urls[0] == urls[1] && urls[1] != urls[2])
    #expect(
      urls[0].hasPrefix(
        "https://chat.googleapis.com/v1/spaces/AAAAAAAAAAA/messages?messageReplyOption=REPLY_MESSAGE_FALLBACK_TO_NEW_THREAD&requestId="
      ))
    // Asked for once, at Google's own address, whatever the key's file says.
    #expect(fetcher.requests.map(\.url) == ["https://oauth2.googleapis.com/token"])
    let asked = try #require(fetcher.requests.first)
    let form = FormBody(asked.body)
    #expect(form["grant_type"] == "urn:ietf:params:oauth:grant-type:jwt-bearer" && form.pairs.count == 2)
  }

  @Test(
    "Spaces that would change the URL are answered nowhere",
    arguments: ["", "spaces/", "spaces/a/../b", "spaces/a?b", "users/1", "spaces/é"])
  func refusesSpaces(space: String) async throws {
    let platform = try Samples.platform()
    let event = try #require(try event(Samples.ask("x y")))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let place = Destination(lane: "1", fields: ["space": space])
    await #expect(throws: OutgoingFailure.self) {
      try await platform.outgoing(message, to: place, context: SendContext(key: "k", now: Samples.now))
    }
  }

  @Test(
    "Marks are broken, addresses of pages are not",
    arguments: [
      ("*bold* a_b", "|*|bold|*| a|_|b"), ("~c~ `d`", "|~|c|~| |`|d|`|"),
      ("<users/all> a < b", "|<|users/all> a |<| b"),
      ("- item", "|- item"), ("> said", "|> said"), ("a - b > c", "a - b > c"), ("@all", "@|all"),
      ("see https://a.org/x_y*z now", "see https://a.org/x_y|*|z now"),
    ])
  func breaksMarks(words: String, sent: String) throws {
    let platform = try Samples.platform()
    let event = try #require(try event(Samples.ask("x y")))
    let message = try #require(platform.render(Answer(kind: .answer, blocks: [.lead(words)]), for: event).first)
    #expect(try GoogleChatPayload(message).text == sent.replacing("|", with: "\u{200B}"))
  }

  @Test("The API's errors")
  func understandsErrors() throws {
    let platform = try Samples.platform()
    func verdict(_ status: Int, _ body: String) -> SendVerdict {
      platform.interpret(BotFrameworkSamples.json(body, status: status), at: Samples.now)
    }
    let error = #"{"error":{"code":0,"message":"canary","status":"X"}}"#
    #expect(verdict(404, error) == .gone("status 404") && verdict(403, error) == .refused("status 403"))
    #expect(
      verdict(429, error) == .retry(after: nil, reason: "status 429") && verdict(400, error) == .refused("status 400"))
    #expect(verdict(200, #"{"name":"spaces/A/messages/B"}"#) == .delivered(receipt: "spaces/A/messages/B"))
  }

  // MARK: Settings

  @Test(
    "Values that are none are refused and named",
    arguments: [
      ("text_limit", "499"), ("text_limit", "x"), ("project_number", "clinic-bot"), ("project_number", ""),
      ("api_url", "x"),
      ("signing_key", "x"), ("service_account", "{}"), ("service_account", "x"),
      ("service_account", #"{"client_email":"a@b","private_key":"x"}"#), ("endpoint_url", ""),
    ])
  func refusesBadValues(key: String, value: String) {
    var settings = SampleSettings.settings(GoogleChatPlatform.self)
    if settings.secrets[key] != nil { settings.secrets[key] = Secret(value) } else { settings.options[key] = value }
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }

  @Test("Without any audience the start is refused")
  func needsAudience() throws {
    #expect { try Samples.platform(publicURL: nil) } throws: { ($0 as? SettingsProblem)?.key == "endpoint_url" }
    _ = try Samples.platform(options: ["project_number": Samples.project], publicURL: nil)
    _ = try Samples.platform(options: ["endpoint_url": Samples.endpoint], publicURL: nil)
  }

  @Test("In use nothing is simulated, and the checks still pass")
  func hasNoTrialKey() async throws {
    let platform = try Samples.platform()
    #expect(platform.simulated(question: "x y", user: "u", at: Samples.now) == nil)
    let results = await platform.selfTest()
    #expect(!results.isEmpty && results.allSatisfy(\.passed))
  }
}
