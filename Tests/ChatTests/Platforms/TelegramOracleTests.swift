import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Telegram, against python-telegram-bot", .enabled(if: Oracle.isInstalled))
struct TelegramOracleTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)

  private struct Request: Encodable {
    let op: String
    var body: String?
    var text: String?
    var status: Int?
  }

  @Test("The limits in use are the kit's")
  func knowsLimits() async throws {
    let limits = try await Oracle.ask("python_telegram_bot.py", [Request(op: "limits")], as: [String: Int].self)
    #expect(limits == [["text": 4096, "entities": 100, "data": 64, "buttons": 100]])
  }

  @Test("The kit reads our updates and samples as we do")
  func readsAlike() async throws {
    struct Reply: Decodable {
      let id: Int
      let chat: Int64
      let user: Int64
      let text: String?
      let data: String?
      let mentions: [String]
    }
    let platform = try TelegramSamples.platform()
    let simulated = try #require(platform.simulated(question: "What is é 🙂 \"ALL\"?", user: "Anna", at: Self.now))
    let mention = #"{"type":"mention","offset":3,"length":11}"#
    let bodies = [
      String(decoding: simulated.body, as: UTF8.self), TelegramSamples.message("What is ALL?"),
      TelegramSamples.message("🙂 @marrow_bot what?", chat: TelegramSamples.group, entities: mention),
      TelegramSamples.press("q:Symptoms", chat: TelegramSamples.group),
    ]
    let requests = bodies.map { Request(op: "update", body: $0) }
    for (body, reply) in zip(bodies, try await Oracle.ask("python_telegram_bot.py", requests, as: Reply.self)) {
      let event = try #require(ReadingTests.event(platform.read(TelegramSamples.request(body, at: Self.now))))
      #expect(event.id == String(reply.id) && event.user == String(reply.user))
      #expect(event.destination["chat"] == String(reply.chat))
      if let data = reply.data { #expect(data == "q:" + event.text) }
      if reply.data == nil && reply.mentions.isEmpty { #expect(event.text == reply.text) }
      if let name = reply.mentions.first { #expect(reply.text == "🙂 \(name) what?" && event.text == "🙂  what?") }
    }
  }

  @Test("The kit's types read every request we send; HTML holds no tag but ours, and is within the limit")
  func sendsAcceptable() async throws {
    struct Reply: Decodable {
      let error: String?
      let tags: [String]?
      let units: Int?
      let marks: Int?
    }
    let platform = try TelegramSamples.platform()
    let asked = TelegramSamples.request(TelegramSamples.message("What is ALL?"), at: Self.now)
    let event = try #require(ReadingTests.event(platform.read(asked)))
    var requests: [Request] = []
    for sample in SampleAnswer.allCases {
      for message in try platform.render(sample.answer, for: event) {
        let sent = try await platform.outgoing(
          message, to: event.destination, context: SendContext(key: "k", lateSince: Self.now, now: Self.now))
        requests.append(Request(op: "check", body: String(decoding: sent.body, as: UTF8.self)))
      }
    }
    for reply in try await Oracle.ask("python_telegram_bot.py", requests, as: Reply.self) {
      #expect(reply.error == nil)
      #expect(Set(reply.tags ?? ["?"]).isSubset(of: ["i"]))
      #expect((1...4096).contains(reply.units ?? 0) && (reply.marks ?? 101) <= 100)
    }
  }

  @Test("Escapes are the kit's")
  func escapesAlike() async throws {
    let texts = SampleAnswer.marks + ["a & b < c > d \"e\" 'f'", "&amp;&lt;"]
    let requests = texts.map { Request(op: "escape", text: $0) }
    for (text, reply) in zip(texts, try await Oracle.ask("python_telegram_bot.py", requests, as: [String: String].self))
    {
      #expect(
        text.escapingAngles
          == reply["html"]?.replacingLiteral("&quot;", with: "\"").replacingLiteral("&#x27;", with: "'"))
    }
  }

  @Test("Responses mean what they mean to the kit")
  func understandsAlike() async throws {
    struct Reply: Decodable {
      let meaning: String
      let seconds: Int?
      let chat: Int64?
    }
    let platform = try TelegramSamples.platform()
    let place = Destination(lane: "1", fields: ["chat": "1"])
    let responses = [
      (200, #"{"ok":true,"result":{"message_id":7}}"#),
      (
        429,
        #"{"ok":false,"error_code":429,"description":"Too Many Requests: retry after 35","parameters":{"retry_after":35}}"#
      ),
      (400, #"{"ok":false,"error_code":400,"description":"x","parameters":{"migrate_to_chat_id":-100123}}"#),
      (403, #"{"ok":false,"error_code":403,"description":"Forbidden: bot was blocked by the user"}"#),
      (400, #"{"ok":false,"error_code":400,"description":"Bad Request: can't parse entities"}"#),
      (401, #"{"ok":false,"error_code":401,"description":"Unauthorized"}"#),
      (502, #"{"ok":false,"error_code":502,"description":"Bad Gateway"}"#),
    ]
    let requests = responses.map { Request(op: "meaning", body: $1, status: $0) }
    let replies = try await Oracle.ask("python_telegram_bot.py", requests, as: Reply.self)
    for ((status, body), reply) in zip(responses, replies) {
      let response = OutgoingResponse(status: status, body: Data(body.utf8))
      let verdict = platform.interpret(response, at: Self.now)
      let moved = platform.newPlace(of: place, after: response)
      switch reply.meaning {
      case "success": #expect(verdict == .delivered(receipt: "7"))
      case "retry": #expect(verdict == .retry(after: .seconds(try #require(reply.seconds)), reason: "status 429"))
      case "moved": #expect(moved?["chat"] == reply.chat.map(String.init))
      case "Forbidden": #expect(verdict == .gone("status 403"))
      case "BadRequest": #expect(verdict == .tryPlain("mark-up not understood"))
      case "InvalidToken": #expect(verdict == .refused("status 401"))
      case "NetworkError": #expect(verdict == .retry(after: nil, reason: "status 502"))
      default: Issue.record("\(reply.meaning)")
      }
      #expect((moved != nil) == (reply.meaning == "moved"))
    }
  }

  @Test("The kit's webhook server takes and refuses the same requests")
  func receivesAlike() async throws {
    struct Receive: Encodable {
      struct Post: Encodable {
        let headers: [String: String]
        let body: String
      }
      let op = "receive"
      let secret = TelegramSamples.secret
      let requests: [Post]
    }
    struct Reply: Decodable {
      let statuses: [Int]
      let texts: [String]
    }
    let name = "x-telegram-bot-api-secret-token"
    let body = TelegramSamples.message("What is ALL?")
    let good = TelegramSamples.request(body, at: Self.now)
    var requests = [good]
    for other in ["wrong", TelegramSamples.secret + "0", String(TelegramSamples.secret.dropLast()), ""] {
      var request = good
      request.set([(name, other)])
      requests.append(request)
    }
    var typed = good
    typed.headers[.contentType] = "text/plain"
    requests.append(typed)
    let posts = requests.map { Receive.Post(headers: $0.headers.byName, body: body) }
    let reply = try #require(
      try await Oracle.ask("python_telegram_bot.py", [Receive(requests: posts)], as: Reply.self).first)
    let platform = try TelegramSamples.platform()
    for (request, status) in zip(requests, reply.statuses) {
      #expect(await isTaken(request, by: platform) == (status == 200))
    }
    #expect(reply.texts == ["What is ALL?"])
  }

  private func isTaken(_ request: WebhookRequest, by platform: any ChatPlatform) async -> Bool {
    do {
      try await platform.verify(request, at: Self.now)
      return ReadingTests.event(try platform.read(request)) != nil
    } catch { return false }
  }
}
