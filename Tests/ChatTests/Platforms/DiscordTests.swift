import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Discord")
struct DiscordTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private func read(_ body: String) throws -> Inbound {
    try DiscordSamples.platform().read(DiscordSamples.request(body, at: Self.now))
  }

  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try read(body)) }

  private func text(_ response: WebhookResponse) -> String { String(decoding: response.body, as: UTF8.self) }

  // MARK: In

  @Test("A ping is answered with a ping, whatever else it holds", arguments: [DiscordSamples.ping, #"{"type":1}"#])
  func answersPing(body: String) throws {
    guard case .handshake(let response) = try read(body) else {
      Issue.record("no handshake")
      return
    }
    #expect(response == .json(#"{"type":1}"#))
  }

  @Test("A bad signature gets 401, even on a ping")
  func refusesUnsignedPing() async throws {
    let platform = try DiscordSamples.platform()
    var request = DiscordSamples.request(DiscordSamples.ping, at: Self.now)
    for signature in [nil, String(repeating: "0", count: 128), String(repeating: "AB", count: 64)] {
      if let signature {
        request.set([("x-signature-ed25519", signature), ("x-signature-timestamp", "1790000010")])
      }
      do throws(WebhookRefusal) {
        try await platform.verify(request, at: Self.now)
        Issue.record("accepted")
      } catch { #expect(platform.response(to: error).status == .unauthorized) }
    }
  }

  @Test("A question is a command's text, however deep, in servers and in direct messages")
  func readsCommands() throws {
    let event = try #require(try event(DiscordSamples.ask("What is \"ALL\"? 🙂")))
    #expect(event.text == "What is \"ALL\"? 🙂" && event.id == "786008729715212338")
    #expect(event.user == "53908232506183680" && event.answers == .synchronously)
    #expect(event.replyBy == Self.now + 900)
    let direct = try #require(try self.event(DiscordSamples.ask("x", isDirect: true)))
    #expect(direct.user == event.user && direct.conversation != event.conversation)
    let nested =
      #"{"name":"marrow","options":[{"name":"ask","type":1,"options":[{"name":"n","type":4,"value":3},{"name":"q","type":3,"value":"What?"}]}]}"#
    #expect(try self.event(DiscordSamples.interaction(2, data: nested))?.text == "What?")
  }

  @Test("Help and reset need no question")
  func readsBareCommands() throws {
    #expect(try event(DiscordSamples.interaction(2, data: #"{"name":"help"}"#))?.text == "help")
    let reset = try #require(try event(DiscordSamples.interaction(2, data: #"{"name":"reset"}"#)))
    #expect(reset.startsAfresh && reset.text == "hello")
  }

  @Test("What holds no question gets the answer that Discord needs, and no more")
  func ignores() throws {
    let cases = [
      (DiscordSamples.interaction(2, data: #"{"name":"ask"}"#), #""type":4"#),
      (
        DiscordSamples.interaction(2, data: #"{"name":"ask","options":[{"name":"n","type":4,"value":3}]}"#),
        #""type":4"#
      ),
      (DiscordSamples.interaction(4, data: #"{"name":"ask","options":[]}"#), #""choices":[]"#),
      (DiscordSamples.interaction(5, data: #"{"custom_id":"x"}"#), #"{"type":6}"#),
      (DiscordSamples.interaction(9, data: "{}"), #"{"type":6}"#), (DiscordSamples.press("other"), #"{"type":6}"#),
      (DiscordSamples.press("-1:x"), #"{"type":6}"#), (DiscordSamples.press("2:"), #"{"type":6}"#),
      (DiscordSamples.ask("x").replacing(#""token":"#, with: #""tokn":"#), ""), ("[]", ""), (#"{"type":"2"}"#, ""),
    ]
    for (body, reply) in cases {
      guard case .ignored(let response, _) = try read(body) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response.status == .ok && (reply.isEmpty ? response == .empty : text(response).contains(reply)))
    }
  }

  @Test("A pressed button asks its title, else what it shows, else its number")
  func readsButtons() throws {
    #expect(try event(DiscordSamples.press("1:Symptoms: all of them"))?.text == "Symptoms: all of them")
    #expect(try event(DiscordSamples.press("2", label: "A long title"))?.text == "A long title")
    #expect(try event(DiscordSamples.press("2", label: "A long ti…"))?.text == "2")
    #expect(try event(DiscordSamples.press("2"))?.text == "2")
  }

  // MARK: Out

  @Test("An answer is the response, for who asked, and reaches nobody by a mention")
  func answersAtOnce() throws {
    let platform = try DiscordSamples.platform()
    let event = try #require(try event(DiscordSamples.ask("x y")))
    let messages = try platform.render(SampleAnswer.mentions.answer, for: event)
    let response = try #require(platform.synchronousResponse(messages, to: event))
    #expect(text(response).contains(#""type":4"#) && response.headers[.contentType] == "application/json")
    let post = try DiscordPayload(response)
    #expect(post.flags == 68 && post.allowed_mentions == ["parse": []])
    let open = try DiscordSamples.platform(["visibility": "public"])
    #expect(try DiscordPayload(#require(open.synchronousResponse(messages, to: event))).flags == 4)
  }

  @Test("What does not fit into the response follows by posts with the interaction's token")
  func sendsFollowUps() async throws {
    let platform = try DiscordSamples.platform()
    let event = try #require(try event(DiscordSamples.ask("x y")))
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    let rest = platform.followUps(messages, to: event)
    #expect(messages.count > 5 && rest == Array(messages.dropFirst()))
    let request = try await platform.outgoing(
      #require(rest.last), to: event.destination, context: SendContext(key: "k", now: Self.now))
    #expect(request.url == "https://discord.com/api/v10/webhooks/845027738276462632/A_UNIQUE_TOKEN-1?wait=true")
    #expect(request.headers[.authorization] == nil)
    #expect(request.headers.byName["user-agent"]?.hasPrefix("DiscordBot (") == true)
    let post = try JSONDecoder().decode(DiscordPayload.self, from: request.body)
    #expect(post.flags == 68 && post.allowed_mentions == ["parse": []] && post.buttons.count == 3)
    let short = try platform.render(SampleAnswer.ordinary.answer, for: event)
    #expect(platform.followUps(short, to: event).isEmpty)
  }

  @Test(
    "An interaction whose token or application would change the URL is answered nowhere",
    arguments: [
      ("token", "a/../b"), ("token", "a?b"), ("token", ".."), ("token", ""), ("token", "a%2fb"), ("application", "1/2"),
      ("token", "é"),
    ])
  func refusesForeignPaths(field: String, value: String) async throws {
    let platform = try DiscordSamples.platform()
    let event = try #require(try event(DiscordSamples.ask("x y")))
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let place = Destination(lane: "1", fields: event.destination.fields.merging([field: value]) { $1 })
    await #expect(throws: OutgoingFailure.self) {
      try await platform.outgoing(message, to: place, context: SendContext(key: "k", now: Self.now))
    }
  }

  @Test("Buttons: five a row, five rows, labels of 80, ids of 100, no id twice", arguments: [1, 5, 6, 25, 26])
  func limitsButtons(count: Int) throws {
    let platform = try DiscordSamples.platform()
    let event = try #require(try event(DiscordSamples.ask("x y")))
    let offers = (0..<count).map {
      Offer(title: "Same title 🙂 " + String(repeating: "x", count: ($0 % 5) * (count > 10 ? 5 : 30)), section: "s")
    }
    let answer = Answer(
      kind: .clarify, blocks: [.lead("Which?"), .offers(introduction: "One of:", offers)], offers: offers)
    let messages = try platform.render(answer, for: event).map { try DiscordPayload($0) }
    let rows = messages.last?.components ?? []
    #expect(messages.last?.buttons.count == (count <= 25 ? count : 0))
    #expect(rows.count <= 5 && rows.allSatisfy { $0.type == 1 && (1...5).contains($0.components.count) })
    let buttons = rows.flatMap(\.components)
    #expect(Set(buttons.map(\.custom_id)).count == buttons.count)
    #expect(
      buttons.allSatisfy {
        $0.type == 2 && $0.style == 2 && $0.label.utf16.count <= 80 && $0.custom_id.utf16.count <= 100
      })
  }

  @Test(
    "Words are escaped, addresses of pages are not broken",
    arguments: [
      ("a *b* _c_ ~~d~~ ||e|| `f` # g", ##"a \*b\* \_c\_ \~\~d\~\~ \|\|e\|\| \`f\` \# g"##), ("- a - b", #"\- a - b"#),
      ("  + a", #"  \+ a"#), ("see https://a.org/b_c-d#e (x_y)", #"see https://a.org/b_c-d#e (x\_y)"#),
      ("<@42> <t:0:R> :smile: 12:30", "\\<@\u{200B}42\\> \\<t:0\\:R\\> \\:smile: 12:30"),
      ("https://a.org/*b*", #"https://a.org/\*b\*"#), (#"\"#, #"\\"#), ("> q\n> q", "\\> q\n\\> q"),
    ])
  func escapes(text: String, written: String) throws {
    let platform = try DiscordSamples.platform()
    let event = try #require(try event(DiscordSamples.ask("x y")))
    let answer = Answer(kind: .answer, blocks: [.paragraph(text)])
    let message = try #require(platform.render(answer, for: event).first)
    #expect(try DiscordPayload(message).content == written)
  }

  @Test(
    "Discord's errors",
    arguments: [
      (200, #"{"id":"9"}"#, SendVerdict.delivered(receipt: "9")), (204, "", .delivered(receipt: nil)),
      (404, #"{"message":"Unknown Webhook","code":10015}"#, .retry(after: .seconds(1), reason: "token not known yet")),
      (401, #"{"message":"Invalid Webhook Token","code":50027}"#, .gone("status 401")),
      (404, #"{"message":"Unknown Message","code":10008}"#, .gone("status 404")),
      (400, #"{"message":"Invalid Form Body","code":50035}"#, .refused("status 400")),
      (
        429, #"{"message":"You are being rate limited.","retry_after":0.65,"global":false}"#,
        .retry(after: .milliseconds(650), reason: "status 429")
      ),
      (502, "<html>", .retry(after: nil, reason: "status 502")),
    ])
  func understandsErrors(status: Int, body: String, verdict: SendVerdict) throws {
    let response = OutgoingResponse(status: status, body: Data(body.utf8))
    #expect(try DiscordSamples.platform().interpret(response, at: Self.now) == verdict)
  }

  @Test("Without the private half nothing is simulated, and the checks still pass")
  func worksWithoutSigner() async throws {
    var settings = SampleSettings.settings(DiscordPlatform.self)
    settings.secrets = [:]
    let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    #expect(platform.simulated(question: "x", user: "u", at: Self.now) == nil)
    for result in await platform.selfTest() { #expect(result.passed) }
  }

  @Test(
    "Keys that are none are refused and named",
    arguments: [
      ("public_key", "xyz"), ("public_key", "00"), ("public_key", String(repeating: "AB", count: 32)),
      ("signing_key", "00"), ("signing_key", String(repeating: "00", count: 32)),
    ])
  func refusesBadKeys(key: String, value: String) {
    var settings = SampleSettings.settings(DiscordPlatform.self)
    if key == "signing_key" { settings.secrets[key] = Secret(value) } else { settings.options[key] = value }
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { ($0 as? SettingsProblem)?.key == key }
  }
}
