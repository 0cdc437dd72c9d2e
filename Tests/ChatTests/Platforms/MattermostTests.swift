import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Mattermost")
struct MattermostTests {
  private static let now = Date(timeIntervalSince1970: 1_790_000_010)
  private static let token = "xr3j5x3p4pfk7kk6ck7b4e6ghh"
  private static let form = "application/x-www-form-urlencoded"

  /// An outgoing webhook as the server writes it, as a form and as JSON.
  private static let webhookForm =
    "channel_id=hawos4dqtby53pd64o4a4cmeoo&channel_name=town-square&file_ids=&post_id=axdygg1957njfe5pu38saikdho&team_domain=someteam&team_id=kwoknj9nwpypzgzy78wkw516qe&text=marrow+what+is+ALL%3F&timestamp=1790000009&token=\(token)&trigger_word=marrow&user_id=rnina9994bde8mua79zqcg5hmo&user_name=somename"
  private static let webhookJSON = """
    {"token":"\(token)","team_id":"kwoknj9nwpypzgzy78wkw516qe","team_domain":"someteam",\
    "channel_id":"hawos4dqtby53pd64o4a4cmeoo","channel_name":"town-square","timestamp":1790000009123,\
    "user_id":"rnina9994bde8mua79zqcg5hmo","user_name":"somename","post_id":"axdygg1957njfe5pu38saikdho",\
    "text":"marrow what is ALL?","trigger_word":"marrow","file_ids":""}
    """
  private static let responseURL = "https://chat.example.org/hooks/commands/xbkb3ynzrfbbd8pn3oqkkfoeqe"
  private static func command(_ text: String, url: String = responseURL) -> String {
    let fields = [
      ("channel_id", "hawos4dqtby53pd64o4a4cmeoo"), ("channel_name", "town-square"), ("command", "/marrow"),
      ("response_url", url), ("root_id", ""), ("team_domain", "someteam"), ("team_id", "kwoknj9nwpypzgzy78wkw516qe"),
      ("text", text), ("token", token), ("trigger_id", "a2NvZ3Rz"), ("user_id", "rnina9994bde8mua79zqcg5hmo"),
      ("user_name", "somename"),
    ]
    return String(decoding: FormBody.encoded(fields), as: UTF8.self)
  }

  private func platform(
    _ options: [String: String] = ["bot_username": "Marrow"],
    secrets: [String: String] = ["webhook_token": token, "command_token": token, "bot_token": "bot-token"]
  ) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "ward", kind: "mattermost",
      options: ["server_url": "https://chat.example.org/"].merging(options) { $1 },
      secrets: secrets.mapValues(Secret.init))
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  private func request(_ body: String) -> WebhookRequest {
    let type = body.hasPrefix("{") ? "application/json" : Self.form
    return WebhookRequest(headers: [.contentType: type], body: Data(body.utf8), receivedAt: Self.now)
  }

  private func event(_ body: String) throws -> InboundEvent? { ReadingTests.event(try platform().read(request(body))) }

  private struct Sent: Decodable, Equatable {
    var channel_id: String?
    var root_id: String?
    var pending_post_id: String?
    var response_type: String?
    var skip_slack_parsing: Bool?
  }

  private func sent(_ event: InboundEvent, to place: Destination? = nil) async throws -> (OutgoingRequest, Sent) {
    let platform = try platform()
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: place ?? event.destination, context: SendContext(key: "k", now: Self.now))
    return (request, try JSONDecoder().decode(Sent.self, from: request.body))
  }

  @Test("A webhook is accepted and read alike as a form and as JSON", arguments: [webhookForm, webhookJSON])
  func readsWebhook(body: String) async throws {
    try await platform().verify(request(body), at: Self.now)
    let event = try #require(try event(body))
    #expect(event.text == "what is ALL?" && event.id == "axdygg1957njfe5pu38saikdho")
    let (request, post) = try await sent(event)
    #expect(
      request.url == "https://chat.example.org/api/v4/posts" && request.headers[.authorization] == "Bearer bot-token")
    #expect(post.channel_id == "hawos4dqtby53pd64o4a4cmeoo" && post.root_id == "axdygg1957njfe5pu38saikdho")
    #expect(post.pending_post_id?.isEmpty == false)
  }

  @Test("The bot's own posts and a word alone are dropped")
  func ignores() throws {
    for body in [
      Self.webhookJSON.replacing("somename", with: "marrow"), Self.webhookForm.replacing("somename", with: "MARROW"),
      Self.webhookJSON.replacing("marrow what is ALL?", with: "marrow"),
      Self.webhookJSON.replacing("marrow what is ALL?", with: "marrow: 👍"),
      Self.webhookForm.replacing("post_id", with: "pest_id"), Self.webhookForm.replacing("channel_id", with: "x"),
    ] {
      guard case .ignored(let response, _) = try platform().read(request(body)) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .json("{}"))
    }
  }

  @Test("A command is answered at its response URL, to who asked alone, for half an hour")
  func readsCommand() async throws {
    let body = Self.command("what is ALL?")
    try await platform().verify(request(body), at: Self.now)
    let event = try #require(try event(body))
    #expect(event.text == "what is ALL?" && event.id == "command:a2NvZ3Rz" && event.replyBy == Self.now + 1800)
    let (request, reply) = try await sent(event)
    #expect(request.url == Self.responseURL && request.headers[.authorization] == nil)
    #expect(reply == Sent(response_type: "ephemeral", skip_slack_parsing: true))
  }

  @Test("A command without words gets a hint that only its author sees")
  func hintsAtEmptyCommand() throws {
    guard case .ignored(let response, _) = try platform().read(request(Self.command(" "))) else {
      Issue.record("not ignored")
      return
    }
    let hint = try JSONDecoder().decode([String: String].self, from: response.body)
    #expect(hint["response_type"] == "ephemeral" && hint["text"]?.isEmpty == false)
  }

  @Test(
    "A response URL that is not the server's gets nothing",
    arguments: [
      "https://evil.example.org/hooks/commands/x", "https://chat.example.org.evil.org/hooks",
      "http://chat.example.org/x",
      "https://chat.example.org@evil.org/x", "https://chat.example.org:444/x", "", "/hooks",
    ])
  func refusesForeignURL(url: String) async throws {
    let event = try #require(try event(Self.command("what is ALL?", url: url)))
    await #expect(throws: OutgoingFailure.self) { try await sent(event) }
  }

  @Test("A post below one that is itself in a thread goes to the channel")
  func leavesThread() async throws {
    let event = try #require(try event(Self.webhookJSON))
    let body =
      #"{"id":"api.post.create_post.root_id.app_error","message":"Invalid RootId parameter.","status_code":400}"#
    let response = OutgoingResponse(status: 400, body: Data(body.utf8))
    let place = try #require(try platform().newPlace(of: event.destination, after: response))
    #expect(try await sent(event, to: place).1.root_id == nil)
    #expect(try platform().newPlace(of: place, after: response) == nil)
    #expect(try platform().newPlace(of: event.destination, after: OutgoingResponse(status: 400)) == nil)
  }

  @Test("Words, codes and limits of the server's responses")
  func understandsErrors() throws {
    let platform = try platform()
    func verdict(_ status: Int, _ body: String, _ headers: HTTPFields = [:]) -> SendVerdict {
      platform.interpret(OutgoingResponse(status: status, headers: headers, body: Data(body.utf8)), at: Self.now)
    }
    #expect(verdict(201, #"{"id":"p1"}"#) == .delivered(receipt: "p1"))
    #expect(verdict(200, "ok") == .delivered(receipt: nil))
    #expect(verdict(404, #"{"id":"store.sql_channel.get.existing.app_error"}"#) == .gone("status 404"))
    #expect(verdict(403, #"{"id":"api.context.permissions.app_error"}"#) == .refused("status 403"))
    var fields: HTTPFields = [:]
    if let name = HTTPField.Name("X-RateLimit-Reset") { fields[name] = "3" }
    #expect(verdict(429, "limit exceeded", fields) == .retry(after: .seconds(3), reason: "status 429"))
  }

  @Test(
    "One of the tokens must be there, and with that of a webhook the bot's token and name",
    arguments: [
      ([:], [:], "webhook_token"), (["bot_username": "m"], ["webhook_token": token], "bot_token"),
      ([:], ["webhook_token": token, "bot_token": "b"], "bot_username"),
      (["command_reply": "all"], ["command_token": token], "command_reply"),
    ] as [([String: String], [String: String], String)])
  func needsTokens(options: [String: String], secrets: [String: String], key: String) throws {
    #expect { try platform(options, secrets: secrets) } throws: { ($0 as? SettingsProblem)?.key == key }
    _ = try platform([:], secrets: ["command_token": Self.token])
  }
}
