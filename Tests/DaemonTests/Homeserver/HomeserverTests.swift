import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes
import KnowledgeFixture
import Matching
import NIOConcurrencyHelpers
import Testing

@Suite(
  "The daemon and a real Matrix homeserver", .serialized, .enabled(if: Homeserver.isInstalled), .timeLimit(.minutes(10))
)
struct HomeserverTests {
  // MARK: Both directions

  @Test("The doctor has the homeserver ping the daemon, and says what is wrong")
  func doctor() async throws {
    try await MatrixScene.use { scene in
      let good = try #require(await ping(scene, scene.homeserver.settings))
      #expect(good.state == .good, "\(good.line)")
      var wrong = scene.homeserver.settings
      wrong.secrets["as_token"] = Secret("as_0123456789abcdef")
      let stranger = try #require(await ping(scene, wrong))
      #expect(stranger.state == .broken && stranger.finding.contains("M_UNKNOWN_TOKEN"), "\(stranger.line)")
      scene.homeserver.inward.decide { _, _ in HTTPReply(status: .badGateway) }
      let unreached = try #require(await ping(scene, scene.homeserver.settings))
      #expect(unreached.state == .broken && unreached.finding.contains("its url leads to something else"))
    }
  }

  private func ping(_ scene: MatrixScene, _ platform: PlatformSettings) async -> Diagnosis? {
    var entry = PlatformEntry(name: "matrix", kind: "matrix")
    entry.options = platform.options
    entry.privateHosts = ["127.0.0.1"]
    var settings = Settings()
    settings.platforms = [entry]
    settings.store.folder = scene.daemon.state.url.path
    let secrets = platform.secrets.map { (entry.variable($0), $1.value) }
    let knowledge = KnowledgeSource(
      folder: scene.daemon.fixture.folder, cache: CompiledCache(folder: RunningDaemon.cache), region: nil)
    let doctor = Doctor(settings, knowledge: knowledge, environment: Dictionary(uniqueKeysWithValues: secrets))
    return await doctor.examinePlatforms().first { $0.subject == "matrix (matrix)" && $0.finding.contains("ping") }
  }

  @Test("An invitation is accepted, and a question among two is answered in a thread by a notice")
  func answers() async throws {
    try await MatrixScene.use { scene in
      let question = try await scene.person.say("what is a rose", in: scene.room)
      let answer = try #require(try await scene.answers(1).first)
      #expect(answer.content.body?.contains("bush with thorns") == true)
      #expect(answer.content.formatted_body?.contains("<p>") == true)
      #expect(answer.content.relation?.rel_type == "m.thread" && answer.content.relation?.event_id == question)
      #expect(answer.content.relation?.is_falling_back == true)
    }
  }

  @Test("In a room of three only a mention is answered")
  func hearsMentions() async throws {
    let guest = try await Homeserver.shared.value.person()
    try await MatrixScene.use(guests: [guest]) { scene in
      let talk = try await guest.say("what is a rose", in: scene.room)
      let question = try await guest.say(
        "marrow: what is a tulip", in: scene.room, mentioning: scene.homeserver.bot)
      await scene.pushed(talk)
      #expect(try await scene.answered(1) == [question])
    }
  }

  @Test("The bot's own words and other programs' notices are not answered")
  func ignoresPrograms() async throws {
    try await MatrixScene.use { scene in
      try await scene.person.say("what is a rose", in: scene.room, type: "m.notice")
      let question = try await scene.person.say("what is a tulip", in: scene.room)
      let answer = try #require(try await scene.answers(1).first)
      await scene.pushed(answer.event_id)
      try await scene.daemon.untilSent()
      #expect(try await scene.answered(1) == [question])
    }
  }

  @Test("A room that becomes encrypted is told so once")
  func explainsEncryption() async throws {
    try await MatrixScene.use { scene in
      try await scene.person.set("m.room.encryption", ["algorithm": "m.megolm.v1.aes-sha2"], in: scene.room)
      #expect(try await scene.answers(1).first?.content.body?.contains("encrypted") == true)
      let secret: [String: Any] = [
        "algorithm": "m.megolm.v1.aes-sha2", "ciphertext": "x", "device_id": "D", "session_id": "s", "sender_key": "k",
      ]
      let encrypted = try await scene.person.send("m.room.encrypted", secret, in: scene.room)
      await scene.pushed(encrypted)
      let last = try await scene.person.say("what is a rose", in: scene.room)
      let answers = try await scene.answers(2)
      #expect(answers.count == 2 && answers.last?.content.relation?.event_id == last)
    }
  }

  // MARK: Faults

  @Test("A transaction that was answered with 500 comes again and is answered once")
  func survivesFailedAcknowledgement() async throws {
    try await MatrixScene.use { scene in
      let isFirst = NIOLockedValueBox(true)
      scene.homeserver.inward.decide { _, pass in
        let reply = try await pass()
        let spoils = isFirst.withLockedValue { isFirst in
          defer { isFirst = false }
          return isFirst
        }
        return spoils ? HTTPReply(status: .internalServerError) : reply
      }
      let question = try await scene.person.say("what is a rose", in: scene.room)
      let after = try await scene.person.say("what is a tulip", in: scene.room)
      #expect(try await scene.answered(2) == [question, after])
      await scene.pushed(question)
      try await scene.daemon.untilSent()
      #expect(try await scene.answered(2) == [question, after])
      let paths = scene.homeserver.inward.exchanges.map(\.call.path)
      #expect(Set(paths).count < paths.count, "no transaction came twice")
    }
  }

  @Test("After a restart of the homeserver, transaction ids begin again and questions are still answered")
  func survivesRestart() async throws {
    try await MatrixScene.use { scene in
      var questions = [try await scene.person.say("what is a rose", in: scene.room)]
      await scene.pushed(try #require(try await scene.answers(1).first).event_id)
      let before = scene.homeserver.inward.exchanges.compactMap { Self.number($0.call.path) }
      try await scene.homeserver.restart()
      for (count, text) in [(2, "what is a tulip"), (3, "hello")] {
        questions.append(try await scene.person.say(text, in: scene.room))
        #expect(try await scene.answered(count) == questions)
      }
      let after = scene.homeserver.inward.exchanges.compactMap { Self.number($0.call.path) }.dropFirst(before.count)
      #expect(try #require(after.min()) <= #require(before.max()), "no id was used again")
    }
  }

  /// The id in the path of a transaction.
  private static func number(_ path: String) -> Int? { path.split(separator: "/").last.flatMap { Int($0) } }

  @Test("A question that the daemon was not there for, over a kill of the homeserver, is answered")
  func survivesDownTime() async throws {
    try await MatrixScene.use { scene in
      scene.homeserver.inward.decide { _, _ in HTTPReply(status: .badGateway) }
      let question = try await scene.person.say("what is a rose", in: scene.room)
      // Only at the second try has the homeserver noted that the service is down.
      await scene.homeserver.inward.wait { $0.count { $0.text.contains(question) } >= 2 }
      scene.homeserver.inward.decide(by: nil)
      // A homeserver that starts again has forgotten how long it meant to wait.
      try await scene.homeserver.restart(kill: true)
      // After its start it sends nothing, not even what is overdue, until something happens.
      try await scene.person.say("A notice.", in: scene.room, type: "m.notice")
      #expect(try await scene.answered(1) == [question])
    }
  }

  @Test("A daemon that is killed before it sends, or between sending and hearing that it arrived, answers once")
  func survivesKill() async throws {
    let homeserver = try await Homeserver.shared.value
    RunningDaemon.prepared
    try await KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      let person = try await homeserver.person()
      var (room, questions): (String, [String]) = ("", [])
      // The first is killed with the send held before it, the second with the send done and its response held.
      for step in 0..<3 {
        let (reached, gone) = (Latch(), Latch())
        try await served(fixture, homeserver) { daemon in
          if step == 0 {
            room = try await person.room(with: [homeserver.bot])
            _ = try await person.events(in: room) { $0.contains { $0.isJoin(of: homeserver.bot) } }
            homeserver.outward.decide(by: Self.holding(reached, gone, sends: false))
            questions.append(try await person.say("what is a rose", in: room))
          } else if step == 1 {
            homeserver.outward.decide(by: Self.holding(reached, gone, sends: true))
          }
          if step < 2 {
            await reached.wait()
            daemon.signal(SIGKILL)
            gone.open()
          } else {
            questions.append(try await person.say("what is a tulip", in: room))
            let answers = try await person.events(in: room) { events in
              questions.allSatisfy { question in events.contains { $0.content.relation?.event_id == question } }
            }
            let answered = answers.filter { $0.sender == homeserver.bot && $0.content.msgtype == "m.notice" }
            #expect(answered.map(\.content.relation?.event_id) == questions)
            daemon.signal(SIGTERM)
          }
        }
      }
    }
  }

  /// Holds what sends a message until the daemon that sent it is gone, before or after it has arrived.
  private static func holding(_ reached: Latch, _ gone: Latch, sends: Bool) -> Passage.Rule {
    { call, pass in
      guard call.path.contains("/send/m.room.message/") else { return try await pass() }
      let reply = sends ? try await pass() : HTTPReply(status: .badGateway)
      reached.open()
      await gone.wait()
      return reply
    }
  }

  /// Runs `marrow serve` as a process over the fixture's folders; `body` ends it.
  private func served(
    _ fixture: KnowledgeFixture, _ homeserver: Homeserver, _ body: (Program) async throws -> Void
  ) async throws {
    let settings = homeserver.settings
    let lines =
      [
        "rates: {sender_per_minute: 0}", "platforms:", "  - name: matrix", "    kind: matrix",
        "    private_hosts: [127.0.0.1]",
      ] + settings.options.sorted { $0.key < $1.key }.map { "    \($0.key): \"\($0.value)\"" }
    let file = fixture.home.appendingPathComponent("marrow.yaml")
    try lines.joined(separator: "\n").write(to: file, atomically: true, encoding: .utf8)
    let secrets = settings.secrets.map { ("MARROW_PLATFORMS_MATRIX_" + $0.uppercased(), $1.value) }
    let program = try Program(
      ["serve", "--port", "0", "--config", file.path], fixture, adding: Dictionary(uniqueKeysWithValues: secrets))
    var errors = program.errorLines.makeAsyncIterator()
    let port = try #require(await errors.next()?.split(separator: ":").last.flatMap { Int($0) })
    var log = program.lines.makeAsyncIterator()
    while let line = await log.next(), !line.contains(#""event": "knowledge loaded""#) {}
    do {
      try await MatrixScene.led(homeserver, to: "http://127.0.0.1:\(port)") { try await body(program) }
    } catch {
      program.signal(SIGKILL)
      throw error
    }
    _ = await program.ended()
  }

  @Test("A real 429 is waited out as long as it says, and then the message is taken, in order")
  func honoursLimits() async throws {
    let homeserver = try await Homeserver.shared.value
    let (asker, speaker) = (try await homeserver.person(), try await homeserver.person())
    // The service's own user has no limit, so the bot speaks with an ordinary user's token.
    let admin = try await homeserver.person(isAdministrator: true)
    try await admin.limit(speaker.id, perSecond: 1, burst: 1)
    var settings = homeserver.settings
    settings.secrets["as_token"] = Secret(speaker.token)
    try await RunningDaemon.use(platforms: [MatrixScene.plan(settings)], { $0.rates.senderPerMinute = 0 }) { daemon in
      try await MatrixScene.led(homeserver, to: daemon.address.url) {
        let room = try await asker.room(with: [homeserver.bot, speaker.id])
        try await homeserver.botItself().join(room)
        try await speaker.join(room)
        let scene = MatrixScene(homeserver: homeserver, daemon: daemon, person: asker, room: room)
        try await scene.joined()
        var questions: [String] = []
        for text in ["what is a rose", "what is a tulip", "hello"] {
          questions.append(try await asker.say("marrow: " + text, in: room, mentioning: homeserver.bot))
        }
        let answers = try await scene.answers(3, by: speaker.id)
        #expect(answers.map(\.content.relation?.event_id) == questions)
      }
      try checkWaits(homeserver.outward.exchanges.filter { $0.call.path.contains("/send/m.room.message/") })
    }
  }

  /// There was a 429, and no message came again before the time that its own one named.
  private func checkWaits(_ sends: [Passage.Exchange]) throws {
    struct Limit: Decodable { let retry_after_ms: Int }
    let refused = sends.enumerated().filter { $1.status == 429 }
    #expect(!refused.isEmpty)
    for (place, first) in refused {
      let wait = try JSONDecoder().decode(Limit.self, from: first.reply).retry_after_ms
      let next = sends.dropFirst(place + 1).first { $0.call.path == first.call.path }
      #expect(try #require(next).at >= first.answeredAt.advanced(by: .milliseconds(wait)))
    }
  }

  @Test("A wrong hs_token gets 403 M_FORBIDDEN, an unknown path 404 M_UNRECOGNIZED, a wrong method 405")
  func refusesStrangers() async throws {
    try await MatrixScene.use { scene in
      let token = scene.homeserver.settings.secrets["hs_token"]?.value ?? ""
      let cases: [(HTTPRequest.Method, String, String, String)] = [
        (.put, "transactions/1", "wrong", "403 M_FORBIDDEN"), (.put, "what", token, "404 M_UNRECOGNIZED"),
        (.post, "transactions/1", token, "405 M_UNRECOGNIZED"), (.put, "transactions/1", token, "200 "),
      ]
      for (method, path, token, expected) in cases {
        let headers: HTTPFields = [.authorization: "Bearer \(token)", .contentType: "application/json"]
        let response = try await scene.daemon.send(
          method, "/webhooks/matrix/_matrix/app/v1/" + path, headers: headers, body: Data("{}".utf8))
        let body = try? JSONDecoder().decode([String: String].self, from: response.body)
        #expect("\(response.status) \(body?["errcode"] ?? "")" == expected)
      }
    }
  }
}
