import Chat
import Foundation
import HTTPTypes
import Testing

/// What the platforms have in common whose requests bear a token in the body.
@Suite("Platforms told by a token in the body")
struct SharedTokenTests {
  private static let kinds = ["mattermost", "zulip", "rocketchat"]
  private static let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func refusal(of request: WebhookRequest, by platform: any ChatPlatform) async -> WebhookRefusal? {
    do throws(WebhookRefusal) {
      try await platform.verify(request, at: Self.now)
      return nil
    } catch { return error }
  }

  private func sample(_ kind: String) throws -> (any ChatPlatform, WebhookRequest, String) {
    let facts = try PlatformFacts.of(kind)
    let platform = try SampleSettings.platform(facts.type)
    let request = try #require(platform.simulated(question: "What is ALL?", user: "U1", at: Self.now))
    return (platform, request, try #require(facts.token))
  }

  @Test("A token that is missing, empty, no text, or within something else is refused with 401", arguments: kinds)
  func refusesOtherTokens(kind: String) async throws {
    let (platform, good, token) = try sample(kind)
    for field in [
      "", #""token":"","#, #""token":null,"#, #""token":17,"#, #""token":true,"#, #""token":["\#(token)"],"#,
      #""token":{"token":"\#(token)"},"#, #""Token":"\#(token)","#, #""data":{"token":"\#(token)"},"#,
    ] {
      var request = good
      let body = String(decoding: good.body, as: UTF8.self).replacing(#""token":"\#(token)""#, with: #""x":1"#)
      request.body = Data(("{" + field + body.dropFirst()).utf8)
      #expect(await refusal(of: request, by: platform)?.status.code == 401, "\(field)")
    }
  }

  @Test("A body that is nobody's is refused with 401, whatever it is", arguments: kinds)
  func refusesUnreadable(kind: String) async throws {
    let (platform, good, token) = try sample(kind)
    for body in ["", "{", "null", "[]", token, #"{"token":"\#(token)"#, String(repeating: "[", count: 100_000)] {
      var request = good
      request.body = Data(body.utf8)
      #expect(await refusal(of: request, by: platform)?.status.code == 401)
    }
    var request = good
    request.headers[.contentType] = "text/plain"
    #expect(await refusal(of: request, by: platform)?.status.code == 401)
    request.headers[.contentType] = "application/x-www-form-urlencoded"
    for body in ["token=\(token)&token=\(token)", "token=", "token", "Token=\(token)", "token=\(token)%00"] {
      request.body = Data(body.utf8)
      #expect(await refusal(of: request, by: platform)?.status.code == 401, "\(body)")
    }
  }

  @Test("Only a POST to the mount point is taken", arguments: kinds)
  func refusesOtherPlaces(kind: String) async throws {
    let (platform, good, _) = try sample(kind)
    var request = good
    request.method = .get
    #expect(await refusal(of: request, by: platform)?.status.code == 405)
    request = good
    request.path = "/other"
    #expect(await refusal(of: request, by: platform)?.status.code == 404)
  }

  @Test("A short token stops the start and is named", arguments: kinds)
  func refusesShortTokens(kind: String) throws {
    let facts = try PlatformFacts.of(kind)
    var settings = SampleSettings.settings(facts.type)
    let key = try #require(facts.bodyToken)
    settings.secrets[key] = Secret("short-canary")
    #expect {
      try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    } throws: { error in
      (error as? SettingsProblem)?.key == key && !"\(error)".contains("canary")
    }
  }

  @Test("The limit of a message comes from the configuration; one out of range stops the start", arguments: kinds)
  func hasLimit(kind: String) throws {
    let facts = try PlatformFacts.of(kind)
    var settings = SampleSettings.settings(facts.type)
    settings.options["message_limit"] = "700"
    let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "U1", at: Self.now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    for sample in [SampleAnswer.veryLong, .markup, .mentions] {
      let messages = try platform.render(sample.answer, for: event)
      #expect(messages.count > 1)
      for shown in try messages.flatMap(facts.shown) { #expect(shown.unit.count(shown.text) <= 700) }
    }
    for limit in ["0", "499", "99999999", "many", ""] {
      settings.options["message_limit"] = limit
      #expect { try PlatformRegistry.make(settings, environment: PlatformEnvironment()) } throws: { error in
        (error as? SettingsProblem)?.key == "message_limit"
      }
    }
  }

  @Test("Marks at the beginning of a line count for nothing, addresses stay as they are", arguments: kinds)
  func breaksLines(kind: String) throws {
    let platform = try SampleSettings.platform(PlatformFacts.of(kind).type)
    let asked = try #require(platform.simulated(question: "What is ALL?", user: "U1", at: Self.now))
    let event = try #require(ReadingTests.event(platform.read(asked)))
    let message = try #require(platform.render(SampleAnswer.markup.answer, for: event).first)
    let text = try MarkdownText.of(message)
    for mark in ["1. item", "- item", "> quote", "# head"] { #expect(!text.contains("\n" + mark)) }
    #expect(text.contains("https://example.org"))
  }

  @Test("An acknowledgement is 200 and a JSON object, even for what is ignored", arguments: kinds)
  func acknowledges(kind: String) throws {
    let (platform, request, _) = try sample(kind)
    guard case .events(_, _, let acknowledgement) = try platform.read(request) else {
      Issue.record("no event")
      return
    }
    let empty = try #require(platform.simulated(question: "", user: "U1", at: Self.now))
    guard case .ignored(let ignored, _) = try platform.read(empty) else {
      Issue.record("not ignored")
      return
    }
    for response in [acknowledgement, ignored] {
      #expect(response.status == .ok && response.headers[.contentType] == "application/json")
      #expect(try JSONSerialization.jsonObject(with: response.body) is [String: Any])
    }
  }
}
