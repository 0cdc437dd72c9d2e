import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Teams")
struct TeamsTests {
  static let now = Date(timeIntervalSince1970: 1_790_000_000)
  static let token = Data((0..<32).map { UInt8($0) }).base64EncodedString()

  static func platform(_ options: [String: String] = [:], token: String = token) throws -> any ChatPlatform {
    let settings = PlatformSettings(
      name: "teams", kind: "teams", options: options, secrets: ["security_token": Secret(token)])
    return try PlatformRegistry.make(settings, environment: PlatformEnvironment())
  }

  /// An activity with this text, as Microsoft's documentation shows one.
  static func activity(_ text: String, type: String = "message", role: String = "") -> WebhookRequest {
    let text = (try? JSONBody.encode(text)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    let body = """
      {"type":"\(type)","id":"1485983408511","timestamp":"2017-02-01T21:10:07.437Z","serviceUrl":\
      "https://smba.trafficmanager.net/amer/","channelId":"msteams","from":{"id":"29:1XJKJMvc5GBtc2JwZq0oj8tHZmzrQgFmB",\
      "name":"Anna","aadObjectId":"c33aafc4"\(role)},"conversation":{"isGroup":true,\
      "id":"19:253b1f341670408fb6@thread.tacv2;messageid=1485983194839","name":"General"},"recipient":null,\
      "textFormat":"plain","attachmentLayout":null,"locale":"en-US","text":\(text),"entities":[{"type":"clientInfo"}]}
      """
    return WebhookRequest(
      headers: [.contentType: "application/json; charset=utf-8"], body: Data(body.utf8), receivedAt: now)
  }

  private func text(_ text: String) throws -> String? {
    ReadingTests.event(try Self.platform().read(Self.activity(text)))?.text
  }

  @Test(
    "Mentions and tags are taken off, entities decoded once, other signs kept",
    arguments: [
      ("<at>Marrow</at> What is ALL?\n", "What is ALL?"), ("<at id=\"0\">Marrow</at>&nbsp;is 3 &lt; 4?", "is 3 < 4?"),
      ("<div><p><AT>Marrow</AT> one</p><p>two</p></div>", "one\ntwo"), ("<at>A</at>x<br/>y<at>B</at>", "x\ny"),
      ("is 3 < 4 and 5 > 4?", "is 3 < 4 and 5 > 4?"), ("&amp;lt;b&amp;gt; tag", "&lt;b&gt; tag"), ("a <3 b", "a <3 b"),
      ("<at>Marrow</at> &lt;at&gt;x&lt;/at&gt;", "<at>x</at>"),
    ])
  func readsText(sent: String, read: String) throws {
    #expect(try text(sent) == read)
  }

  @Test("A hundred thousand open brackets are read like any text")
  func readsHostileText() throws {
    #expect(try text("x " + String(repeating: "<", count: 100_000)) != nil)
    #expect(try text(String(repeating: "<at>", count: 50_000)) == nil)
  }

  @Test("The thread is the conversation, and the answer is the response")
  func answersAtOnce() throws {
    let platform = try Self.platform()
    let event = try #require(ReadingTests.event(platform.read(Self.activity("<at>Marrow</at> What is ALL?"))))
    #expect(event.id.hasSuffix(":1485983408511") && event.answers == .synchronously)
    #expect(event.conversation.contains("messageid=1485983194839"))
    let messages = try platform.render(SampleAnswer.ordinary.answer, for: event)
    let response = try #require(platform.synchronousResponse(messages, to: event))
    let body = try #require(JSONSerialization.jsonObject(with: response.body) as? [String: String])
    #expect(body["type"] == "message" && body["textFormat"] == "markdown" && body.count == 3)
    #expect(body["text"]?.contains("- bleeding gums\n") == true && body["text"]?.contains("\n1. Symptoms") == true)
    #expect(response.headers[.contentType] == "application/json")
  }

  @Test("A copy, a mention without words and another activity each get what Teams needs")
  func acknowledges() throws {
    let platform = try Self.platform()
    guard case .events(_, _, let acknowledgement) = try platform.read(Self.activity("<at>M</at> x y")) else {
      Issue.record("no event")
      return
    }
    #expect(String(decoding: acknowledgement.body, as: UTF8.self).contains(#""type":"message""#))
    for (request, reply) in [
      (Self.activity("<at>Marrow</at>"), "Write your question"), (Self.activity("x y", type: "messageReaction"), "{}"),
      (Self.activity("x y", role: #","role":"bot""#), "{}"),
    ] {
      guard case .ignored(let response, _) = try platform.read(request) else {
        Issue.record("not ignored")
        continue
      }
      #expect(response.status == .ok && String(decoding: response.body, as: UTF8.self).contains(reply))
    }
  }

  @Test(
    "What is too long is cut and says so; source, disclaimer and offers are whole", arguments: [4000, 20_000, 28_000])
  func cuts(limit: Int) throws {
    let platform = try Self.platform(["limit_bytes": "\(limit)"])
    let event = try #require(ReadingTests.event(platform.read(Self.activity("x y"))))
    for sample in SampleAnswer.allCases {
      let messages = try platform.render(sample.answer, for: event)
      let response = try #require(platform.synchronousResponse(messages, to: event))
      let written = try #require(try messages.first?.content(as: TextMessage.self).text)
      let text = TeamsReading.read(written)
      #expect(messages.count == 1 && response.body.count <= limit + 60)
      #expect(text.contains(SampleAnswer.notice))
      if sample == .veryLong {
        #expect(text.contains("no room for more") == (limit == 4000) && text.contains("\n1. Symptoms"))
      }
    }
  }

  @Test("Nothing can be sent later")
  func sendsNothing() async throws {
    let platform = try Self.platform()
    await #expect(throws: OutgoingFailure.self) {
      try await platform.outgoing(
        ChatMessage(TextMessage(text: "x")), to: Destination(lane: "l", fields: [:]),
        context: SendContext(key: "k", now: Self.now))
    }
  }

  @Test("A token that is no base64, or short, and limits beyond reason are refused")
  func refusesSettings() {
    #expect { try Self.platform(token: "not base64!") } throws: { ($0 as? SettingsProblem)?.key == "security_token" }
    #expect { try Self.platform(token: "AAAA") } throws: { ($0 as? SettingsProblem)?.key == "security_token" }
    #expect { try Self.platform(["limit_bytes": "100000"]) } throws: { ($0 as? SettingsProblem)?.key == "limit_bytes" }
  }
}
