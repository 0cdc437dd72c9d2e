import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Bot Framework")
struct BotFrameworkTests {
  private typealias Samples = BotFrameworkSamples

  private func platform(_ options: [String: String] = [:]) throws -> any ChatPlatform {
    try Samples.platform(GatedFetcher(Samples.microsoft(keys: [])), options: options)
  }

  private func read(_ body: String) throws -> Inbound { try platform().read(Samples.request(body, token: nil)) }
  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try read(body)) }

  // MARK: In

  @Test("A message in a personal chat is a question")
  func readsPersonal() throws {
    let event = try #require(try event(Samples.message("What is \"ALL\"? 🙂")))
    #expect(event.text == "What is \"ALL\"? 🙂" && event.answers == .later && !event.startsAfresh)
    #expect(event.user == "29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgDmB39m")
    #expect(event.destination["service"] == Samples.service && event.destination.lane == "a:1pL6i0oY3C0K8oAj8")
    guard case .events(_, let actions, let acknowledgement) = try read(Samples.message("x")) else { return }
    #expect(actions.isEmpty && acknowledgement == .empty)
  }

  @Test("Activities of one number in two conversations are two")
  func distinguishesConversations() throws {
    let one = try event(Samples.message("x"))?.id
    #expect(try one != event(Samples.message("x", isGroup: true, extra: Samples.mentions))?.id)
  }

  @Test("In Teams' groups only a mention is for the bot, and leaves the text; others' names stay")
  func readsMentions() throws {
    let text = "<at>Marrow</at> what did <at>Ben</at> mean by &quot;a &lt; b &amp;amp; c&quot;?&nbsp;"
    let event = try #require(try event(Samples.message(text, isGroup: true, extra: Samples.mentions)))
    #expect(event.text == "what did Ben mean by \"a < b &amp; c\"?")
    #expect(try self.event(Samples.message("what is it", isGroup: true)) == nil)
    #expect(try self.event(Samples.message("<at>Marrow</at> ", isGroup: true, extra: Samples.mentions)) == nil)
  }

  @Test("Text that is xml loses its tags; other text keeps what looks like some")
  func readsFormats() throws {
    let body = Samples.message("<b>What</b> is <a href=\"x\">ALL</a> &lt; 5?")
    let xml = body.replacing(#""textFormat":"plain""#, with: #""textFormat":"xml""#)
    #expect(try event(xml)?.text == "What is ALL < 5?")
    let web = body.replacing("\"msteams\"", with: "\"webchat\"")
    #expect(try event(web)?.text == "<b>What</b> is <a href=\"x\">ALL</a> &lt; 5?")
  }

  @Test("Who joins a conversation of two is greeted; the bot is not, nor are groups")
  func greets() throws {
    let event = try #require(try event(Samples.joined(["29:1"])))
    #expect(event.text == "hello" && event.startsAfresh && event.user == "29:1")
    #expect(try self.event(Samples.joined(["28:bot"])) == nil)
    #expect(try self.event(Samples.joined(["29:1", "28:bot"])) == nil)
    #expect(try self.event(Samples.joined([])) == nil)
    #expect(try self.event(Samples.joined(["29:1"], isGroup: true)) == nil)
  }

  @Test("All else is acknowledged and dropped")
  func ignores() throws {
    let message = Samples.message("What is ALL?")
    let bodies =
      ["typing", "messageReaction", "invoke", "installationUpdate", "endOfConversation", "event", "messageUpdate", ""]
      .map {
        message.replacing(#""type":"message""#, with: "\"type\":\"\($0)\"")
      } + [
        message.replacing(#""name":"Anna""#, with: #""role":"bot""#),
        message.replacing("29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgDmB39m", with: "28:5396829c-e0a1-4698-9942-7c100000dab5"),
        message.replacing(#""id":"1485983408511","#, with: ""), message.replacing(#""text":"#, with: #""txt":"#),
        message.replacing(#""conversation":"#, with: #""conv":"#), "[]", "7",
      ]
    for body in bodies {
      guard case .ignored(let response, _) = try read(body) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .empty)
    }
  }

  // MARK: Out

  private func sent(_ sample: SampleAnswer, lateSince: Date? = nil, body: String? = nil) async throws
    -> [OutgoingRequest]
  {
    let platform = try platform()
    let event = try #require(try event(body ?? Samples.message("What is ALL?")))
    var requests: [OutgoingRequest] = []
    for message in try platform.render(sample.answer, for: event) {
      let context = SendContext(key: "k", lateSince: lateSince, now: Samples.now)
      requests.append(try await platform.outgoing(message, to: event.destination, context: context))
    }
    return requests
  }

  @Test("An answer goes to the service that the token bound, as a reply, with the access token")
  func replies() async throws {
    let body = Samples.message("x", isGroup: true, extra: Samples.mentions)
    let request = try #require(try await sent(.ordinary, body: body).first)
    #expect(
      request.url == "https://smba.trafficmanager.net/amer/v3/conversations/"
        + "19%3A253%40thread.skype%3Bmessageid%3D1481567603816/activities/1485983408511")
    #expect(request.headers[.authorization] == "Bearer eyJ.a.b" && request.method == .post)
    let reply = try BotFrameworkPayload(request)
    #expect(reply.type == "message" && reply.textFormat == "plain" && reply.replyToId == "1485983408511")
    #expect(reply.from?.id == "28:5396829c-e0a1-4698-9942-7c100000dab5" && reply.recipient?.id.hasPrefix("29:") == true)
  }

  @Test("Offers are buttons that say their title; more than six are numbered lines")
  func showsButtons() async throws {
    let buttons = try BotFrameworkPayload(#require(try await sent(.ordinary).last)).buttons
    #expect(buttons.map(\.value) == SampleAnswer.offers.map(\.title) && buttons.allSatisfy { $0.type == "imBack" })
    #expect(buttons.allSatisfy { $0.title.utf16.count <= 80 })
    let platform = try platform()
    let event = try #require(try event(Samples.message("x")))
    let offers = (1...7).map { Offer(title: "Offer \($0)", section: "s") }
    let answer = Answer(kind: .answer, blocks: [.lead("x"), .offers(introduction: "Also:", offers)], offers: offers)
    let payload = try BotFrameworkPayload(#require(try platform.render(answer, for: event).last))
    #expect(payload.buttons.isEmpty && payload.text.contains("7. Offer 7"))
  }

  @Test("The limit comes from the configuration", arguments: ["1000", "60000"])
  func takesLimit(limit: String) throws {
    let platform = try platform(["text_limit": limit])
    let event = try #require(try event(Samples.message("x")))
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    #expect(limit == "60000" ? messages.count == 1 : messages.count > 13)
    for message in messages {
      #expect(try TextUnit.jsonBytes.count(BotFrameworkPayload(message).text) <= Int(limit) ?? 0)
    }
  }

  @Test("Addresses that would change the URL go nowhere")
  func refusesAddresses() async throws {
    let platform = try platform()
    let event = try #require(try event(Samples.message("x")))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    for (field, value) in [
      ("conversation", ".."), ("activity", ""), ("conversation", "."), ("service", "ftp://a/"),
      ("service", "https://a/?b"),
      ("service", ""),
    ] {
      let place = Destination(lane: "1", fields: event.destination.fields.merging([field: value]) { $1 })
      await #expect(throws: OutgoingFailure.self) {
        try await platform.outgoing(message, to: place, context: SendContext(key: "k", now: Samples.now))
      }
    }
    let place = Destination(
      lane: "1", fields: event.destination.fields.merging(["conversation": "a/../b?c#d é"]) { $1 })
    let request = try await platform.outgoing(message, to: place, context: SendContext(key: "k", now: Samples.now))
    #expect(request.url.contains("/a%2F..%2Fb%3Fc%23d%20%C3%A9/activities/"))
  }

  @Test("The service's errors")
  func understandsErrors() throws {
    let platform = try platform()
    func verdict(_ status: Int, _ code: String) -> SendVerdict {
      let body = #"{"error":{"code":"\#(code)","message":"canary"}}"#
      return platform.interpret(Samples.json(body, status: status), at: Samples.now)
    }
    #expect(verdict(403, "BotDisabledByUser") == .gone("status 403"))
    #expect(verdict(404, "ConversationNotFound") == .gone("status 404"))
    #expect(verdict(412, "PreconditionFailed") == .retry(after: nil, reason: "status 412"))
    #expect(verdict(413, "MessageSizeTooBig") == .refused("status 413"))
    #expect(verdict(401, "Unauthorized") == .refused("status 401"))
    #expect(
      platform.interpret(Samples.json(#"{"id":"1:a"}"#, status: 201), at: Samples.now) == .delivered(receipt: "1:a"))
    #expect(platform.interpret(OutgoingResponse(status: 202), at: Samples.now) == .delivered(receipt: nil))
  }

  // MARK: Settings

  @Test(
    "Values that are none are refused and named",
    arguments: [
      ("text_limit", "0"), ("text_limit", "100000"), ("service_url", "x"), ("service_url", "https://a/?b=c"),
      ("tenant", "a b"),
      ("signing_key", "-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----"),
    ])
  func refusesBadValues(key: String, value: String) {
    var settings = SampleSettings.settings(BotFrameworkPlatform.self)
    if key == "signing_key" { settings.secrets[key] = Secret(value) } else { settings.options[key] = value }
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }

  @Test("A key may come with its line feeds written out, or without the last")
  func readsKeys() throws {
    var settings = SampleSettings.settings(BotFrameworkPlatform.self)
    let key = try #require(settings.secrets["signing_key"]).value
    for text in [key, key.trimmingCharacters(in: .newlines), key.replacing("\n", with: "\\n")] {
      settings.secrets["signing_key"] = Secret(text)
      _ = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    }
  }

  @Test("In use nothing is simulated, nothing signed for trials is accepted, and the checks still pass")
  func hasNoTrialKey() async throws {
    let trial = try SampleSettings.platform(BotFrameworkPlatform.self)
    let request = try #require(trial.simulated(question: "x y", user: "u", at: Samples.now))
    let platform = try platform()
    #expect(platform.simulated(question: "x y", user: "u", at: Samples.now) == nil)
    #expect(await Samples.status(request, of: platform) == 503)
    let results = await platform.selfTest()
    #expect(!results.isEmpty && results.allSatisfy(\.passed))
  }
}
