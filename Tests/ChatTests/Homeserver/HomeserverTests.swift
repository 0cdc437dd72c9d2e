import Chat
import Foundation
import HTTPTypes
import Synchronization
import Testing

@Suite("Matrix, against a real homeserver", .serialized, .enabled(if: Homeserver.isAskedFor), .timeLimit(.minutes(5)))
struct HomeserverTests {
  /// A bot behind the homeserver's door, and a person in a room with it.
  private struct Scene {
    let homeserver: Homeserver
    let bot: MatrixBot
    let person: MatrixPerson
    let room: String
    let file: URL

    var user: String { homeserver.settings.options["user_id"] ?? "" }

    /// Waits until a message for the room waits, and sends all that does.
    func answer(_ bot: MatrixBot) async throws {
      let room = room
      await bot.ledger.wait { waiting, _ in waiting.contains { $0.destination["room"] == room } }
      try await bot.deliver()
    }

    /// The bot's messages in the room, once there are so many.
    func answers(_ count: Int) async throws -> [MatrixPerson.Event] {
      let user = user
      func isAnswer(_ event: MatrixPerson.Event) -> Bool { event.sender == user && event.type == "m.room.message" }
      return try await person.events(in: room) { $0.count(where: isAnswer) >= count }.filter(isAnswer)
    }

    /// Waits until the homeserver has pushed an event.
    func pushed(_ event: String) async { await bot.ledger.wait { _, pushed in pushed.contains(event) } }
  }

  /// Runs `body` with a bot that has joined a room of two.
  private func scene(guests: [MatrixPerson] = [], _ body: (Scene) async throws -> Void) async throws {
    let homeserver = try await Homeserver.shared.value
    let file = FileManager.default.temporaryDirectory.appending(path: "ledger-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: file) }
    let bot = try MatrixBot(homeserver.settings, file: file)
    homeserver.door.serve { await bot.receive($0) }
    let person = try await homeserver.person()
    let user = homeserver.settings.options["user_id"] ?? ""
    let room = try await person.room(with: [user] + guests.map(\.id))
    for guest in guests { try await guest.join(room) }
    let scene = Scene(homeserver: homeserver, bot: bot, person: person, room: room, file: file)
    await bot.ledger.wait { waiting, _ in waiting.contains { $0.destination["join"] == room } }
    try await bot.deliver()
    // What the homeserver tells of the joining comes first; behind it the door is quiet.
    let events = try await person.events(in: room) { $0.contains(where: { $0.isJoin(of: user) }) }
    await scene.pushed(try #require(events.last { $0.isJoin(of: user) }).event_id)
    try await body(scene)
    homeserver.door.serve(nil)
  }

  // MARK: Both directions

  @Test("The ping comes back")
  func pings() async throws {
    let homeserver = try await Homeserver.shared.value
    let platform = try PlatformRegistry.make(
      homeserver.settings, environment: PlatformEnvironment(fetcher: NetworkFetcher()))
    homeserver.door.serve { request in
      do throws(WebhookRefusal) {
        try await platform.verify(request, at: Date())
        if case .handshake(let response) = try platform.read(request) { return response }
      } catch { return platform.response(to: error) }
      return nil
    }
    for result in await platform.selfTest() { #expect(result.passed, "\(result.check)") }
    var wrong = homeserver.settings
    wrong.secrets["as_token"] = Secret("as_0123456789abcdef")
    let stranger = try PlatformRegistry.make(wrong, environment: PlatformEnvironment(fetcher: NetworkFetcher()))
    #expect(await stranger.selfTest().last?.check.contains("M_UNKNOWN_TOKEN") == true)
    homeserver.door.serve(nil)
    let last = await platform.selfTest().last
    #expect(last?.passed == false && last?.check.contains("cannot reach it") == true, "\(last?.check ?? "")")
  }

  @Test("An invitation is accepted, and a question among two is answered in a thread by a notice")
  func answers() async throws {
    try await scene { scene in
      let question = try await scene.person.say("What is ALL?", in: scene.room)
      try await scene.answer(scene.bot)
      let answer = try #require(try await scene.answers(1).first)
      #expect(answer.content.msgtype == "m.notice")
      #expect(answer.content.formatted_body?.contains("<li>fever</li>") == true)
      #expect(answer.content.relation?.rel_type == "m.thread" && answer.content.relation?.event_id == question)
      #expect(answer.content.relation?.is_falling_back == true)
    }
  }

  @Test("In a room of three only a mention is answered")
  func hearsMentions() async throws {
    let guest = try await Homeserver.shared.value.person()
    try await scene(guests: [guest]) { scene in
      let talk = try await guest.say("What is ALL?", in: scene.room)
      let question = try await guest.say("marrow: what is AML?", in: scene.room, mentioning: scene.user)
      try await scene.answer(scene.bot)
      let answers = try await scene.answers(1)
      #expect(answers.map(\.content.relation?.event_id) == [question])
      await scene.pushed(talk)
    }
  }

  @Test("The bot's own words and other programs' notices are not answered")
  func ignoresPrograms() async throws {
    try await scene { scene in
      try await scene.person.say("What is ALL?", in: scene.room, type: "m.notice")
      let question = try await scene.person.say("What is AML?", in: scene.room)
      try await scene.answer(scene.bot)
      let answer = try #require(try await scene.answers(1).first)
      await scene.pushed(answer.event_id)
      #expect(await scene.bot.ledger.waiting.isEmpty)
      #expect(try await scene.answers(1).map(\.content.relation?.event_id) == [question])
    }
  }

  @Test("A room that becomes encrypted is told so once")
  func explainsEncryption() async throws {
    try await scene { scene in
      try await scene.person.set("m.room.encryption", ["algorithm": "m.megolm.v1.aes-sha2"], in: scene.room)
      try await scene.answer(scene.bot)
      let secret: [String: Any] = [
        "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "device_id": "D", "session_id": "s", "sender_key": "k",
      ]
      let encrypted = try await scene.person.send("m.room.encrypted", secret, in: scene.room)
      await scene.pushed(encrypted)
      let last = try await scene.person.say("What is ALL?", in: scene.room)
      try await scene.answer(scene.bot)
      let answers = try await scene.answers(2)
      #expect(answers.count == 2 && answers.first?.content.body?.contains("encrypted") == true)
      #expect(answers.last?.content.relation?.event_id == last)
    }
  }

  // MARK: Faults

  @Test("A transaction that was answered with 500 comes again and is answered once")
  func survivesFailedAcknowledgement() async throws {
    try await scene { scene in
      let failures = Counter()
      scene.homeserver.door.serve { request in
        let response = await scene.bot.receive(request)
        return failures.next() == 1 ? WebhookResponse(status: .internalServerError) : response
      }
      let question = try await scene.person.say("What is ALL?", in: scene.room)
      try await scene.answer(scene.bot)
      let after = try await scene.person.say("What is AML?", in: scene.room)
      try await scene.answer(scene.bot)
      #expect(try await scene.answers(2).map(\.content.relation?.event_id) == [question, after])
      let transactions = await scene.bot.ledger.transactions
      #expect(Set(transactions).count < transactions.count, "no transaction came twice")
    }
  }

  @Test("A bot that is killed between acknowledgement and answer, or between sending and noting it, answers once")
  func survivesKill() async throws {
    try await scene { scene in
      let question = try await scene.person.say("What is ALL?", in: scene.room)
      let room = scene.room
      await scene.bot.ledger.wait { waiting, _ in waiting.contains { $0.destination["room"] == room } }
      // The first bot is gone here, with nothing sent.
      let second = try MatrixBot(scene.homeserver.settings, file: scene.file)
      let item = try #require(await second.ledger.waiting.first)
      guard case .delivered(let receipt) = try await second.send(item) else {
        Issue.record("not delivered")
        return
      }
      // The second is gone here, with the message sent and not struck off.
      let third = try MatrixBot(scene.homeserver.settings, file: scene.file)
      scene.homeserver.door.serve { await third.receive($0) }
      #expect(try await third.send(#require(await third.ledger.waiting.first)) == .delivered(receipt: receipt))
      try await third.deliver()
      let after = try await scene.person.say("What is AML?", in: scene.room)
      try await scene.answer(third)
      #expect(try await scene.answers(2).map(\.content.relation?.event_id) == [question, after])
    }
  }

  @Test("After a restart of the homeserver, transaction ids begin again and questions are still answered")
  func survivesRestart() async throws {
    try await scene { scene in
      var questions = [try await scene.person.say("What is ALL?", in: scene.room)]
      try await scene.answer(scene.bot)
      await scene.pushed(try #require(try await scene.answers(1).first).event_id)
      let before = await scene.bot.ledger.transactions.compactMap(Self.number)
      try await scene.homeserver.restart()
      for text in ["What is AML?", "What is a transplant?"] {
        questions.append(try await scene.person.say(text, in: scene.room))
        try await scene.answer(scene.bot)
      }
      #expect(try await scene.answers(3).map(\.content.relation?.event_id) == questions)
      let after = await scene.bot.ledger.transactions.compactMap(Self.number).dropFirst(before.count)
      #expect(try #require(after.min()) <= #require(before.max()), "no id was used again")
    }
  }

  /// The id in the path of a transaction.
  private static func number(_ path: String) -> Int? { path.split(separator: "/").last.flatMap { Int($0) } }

  @Test("A question that the bot was not there for, over a kill of the homeserver, is answered")
  func survivesDownTime() async throws {
    try await scene { scene in
      let bot = scene.bot
      let tries = Counter()
      scene.homeserver.door.serve { request in
        let number = tries.next()
        await bot.ledger.note(request.path, events: MatrixBot.ids(in: request.body).map { "\(number) \($0)" })
        return nil
      }
      let question = try await scene.person.say("What is ALL?", in: scene.room)
      // Only at the second try has the homeserver noted that the service is down.
      await scene.pushed("2 " + question)
      try await scene.homeserver.restart(kill: true)
      scene.homeserver.door.serve { await bot.receive($0) }
      // After its start a homeserver sends nothing, not even what is overdue, until something happens.
      try await scene.person.say("A notice.", in: scene.room, type: "m.notice")
      try await scene.answer(bot)
      #expect(try await scene.answers(1).map(\.content.relation?.event_id) == [question])
    }
  }

  @Test("A real 429 says how long to wait, and after that the message is taken")
  func honoursLimits() async throws {
    try await scene { scene in
      let admin = try await scene.homeserver.person(isAdministrator: true)
      try await admin.limit(scene.person.id, perSecond: 1, burst: 1)
      // The service's own user has no limit, so the bot speaks with an ordinary user's token.
      var settings = scene.homeserver.settings
      settings.secrets["as_token"] = Secret(scene.person.token)
      let limited = try MatrixBot(settings, file: scene.file)
      let message = try ChatMessage(["body": "An answer.", "html": "<p>An answer.</p>"])
      let place = Destination(lane: scene.room, fields: ["room": scene.room])
      var wait: Duration?
      for number in 0..<20 where wait == nil {
        let item = BotLedger.Item(key: "limit/\(number)", message: message, destination: place)
        if case .retry(let after, let reason) = try await limited.send(item) {
          #expect(reason == "status 429")
          let pause = try #require(after)
          // The wait itself is what is tried here.
          try await Task.sleep(for: pause)
          let second = try await limited.send(item)
          #expect(isDelivered(second))
          wait = pause
        }
      }
      #expect(try #require(wait) > .zero)
    }
  }

  private func isDelivered(_ verdict: SendVerdict) -> Bool { if case .delivered = verdict { true } else { false } }

  @Test("A wrong hs_token gets 403 M_FORBIDDEN, an unknown path 404 M_UNRECOGNIZED, a wrong method 405")
  func refusesStrangers() async throws {
    try await scene { scene in
      let token = scene.homeserver.settings.secrets["hs_token"]?.value ?? ""
      let cases: [(HTTPRequest.Method, String, String, String)] = [
        (.put, "transactions/1", "wrong", "403 M_FORBIDDEN"), (.put, "what", token, "404 M_UNRECOGNIZED"),
        (.post, "transactions/1", token, "405 M_UNRECOGNIZED"), (.put, "transactions/1", token, "200 "),
      ]
      for (method, path, token, expected) in cases {
        let response = try await ask(method, scene.homeserver.door.url + "/_matrix/app/v1/" + path, token: token)
        #expect(response == expected)
      }
    }
  }

  /// Status and error code of what a bot's door answers to an empty object.
  private func ask(_ method: HTTPRequest.Method, _ url: String, token: String) async throws -> String {
    let headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
    let request = OutgoingRequest(method: method, url: url, headers: headers, body: Data("{}".utf8))
    let response = try await NetworkFetcher().fetch(request)
    let body = try? JSONDecoder().decode([String: String].self, from: response.body)
    return "\(response.status) \(body?["errcode"] ?? "")"
  }

  private final class Counter: Sendable {
    private let count = Mutex(0)
    func next() -> Int {
      count.withLock {
        $0 += 1
        return $0
      }
    }
  }
}
