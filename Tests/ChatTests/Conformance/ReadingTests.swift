import Chat
import Foundation
import HTTPTypes
import Testing

/// What every platform must read from its requests.
@Suite("Every platform, reading")
struct ReadingTests {
  static let kinds = PlatformRegistry.all.map { $0.kind }
  static let now = Date(timeIntervalSince1970: 1_790_000_000.25)

  static func event(_ inbound: Inbound) -> InboundEvent? {
    if case .events(let events, _, _) = inbound { events.first } else { nil }
  }

  private func read(_ kind: String, question: String, user: String = "U1") throws -> Inbound {
    let platform = try SampleSettings.platform(PlatformFacts.of(kind).type)
    return try platform.read(#require(platform.simulated(question: question, user: user, at: Self.now)))
  }

  @Test("The question arrives as it was typed", arguments: kinds)
  func readsQuestion(kind: String) throws {
    for question in [
      "What is ALL?", "is a WBC < 4 & > 1 bad? \"yes\" or 'no' \\ / é 日本語", "1", "first line\nsecond line",
    ] {
      let event = try #require(Self.event(read(kind, question: question)))
      #expect(event.text == question)
      #expect(!event.id.isEmpty && !event.conversation.isEmpty)
    }
  }

  @Test("A copy of a request has the same event", arguments: kinds)
  func readsCopiesAlike(kind: String) throws {
    let platform = try SampleSettings.platform(PlatformFacts.of(kind).type)
    let request = try #require(platform.simulated(question: "What is ALL?", user: "U1", at: Self.now))
    var copy = request
    copy.receivedAt = Self.now + 300
    let one = try #require(Self.event(platform.read(request)))
    let other = try #require(Self.event(platform.read(copy)))
    #expect(one.id == other.id)
    #expect(one.conversation == other.conversation)
    #expect(one.destination.lane == other.destination.lane)
  }

  @Test("Two users never share a conversation", arguments: kinds)
  func separatesUsers(kind: String) throws {
    let one = try #require(Self.event(read(kind, question: "What is ALL?", user: "U1")))
    let other = try #require(Self.event(read(kind, question: "What is ALL?", user: "U2")))
    #expect(one.conversation != other.conversation)
    #expect(one.user != other.user)
  }

  @Test("Empty questions and pictures are acknowledged and dropped", arguments: kinds)
  func ignoresEmpty(kind: String) throws {
    for question in ["", "   ", "\n", "👍", "🎉🎉", "...", "?!", "\u{200B}"] {
      let inbound = try read(kind, question: question)
      guard case .ignored(let response, _) = inbound else {
        Issue.record("\(question.debugDescription) is not ignored")
        continue
      }
      #expect((200..<300).contains(response.status.code))
    }
  }

  @Test(
    "A body that is no JSON, too deep, or of the wrong media type is refused with 4xx, never crashes", arguments: kinds)
  func refusesUnreadable(kind: String) throws {
    let platform = try SampleSettings.platform(PlatformFacts.of(kind).type)
    let good = try #require(platform.simulated(question: "What is ALL?", user: "U1", at: Self.now))
    let deep = String(repeating: "[", count: 100_000)
    for body in ["", "{", "nonsense", "{\"type\":", deep, "\u{FEFF}{}", "{}}"] {
      var request = good
      request.body = Data(body.utf8)
      expectNoEvent(platform, request)
    }
    for body in ["null", "[]", "{}", "0", "\"text\"", #"{"type":7}"#, #"{"type":"question","data":[]}"#] {
      var request = good
      request.body = Data(body.utf8)
      expectNoEvent(platform, request)
    }
    var request = good
    request.headers[.contentType] = "image/png"
    #expect(throws: WebhookRefusal.self) { try platform.read(request) }
  }

  private func expectNoEvent(_ platform: any ChatPlatform, _ request: WebhookRequest) {
    do throws(WebhookRefusal) {
      let inbound = try platform.read(request)
      #expect(Self.event(inbound) == nil)
    } catch {
      #expect((400..<500).contains(error.status.code))
    }
  }

  @Test("An event and its place print no text, no user and no address", arguments: kinds)
  func printsNothing(kind: String) throws {
    let event = try #require(Self.event(read(kind, question: "canary-question", user: "canary-user")))
    var dumped = ""
    dump(event, to: &dumped)
    dump(event.destination, to: &dumped)
    #expect(!"\(event) \(event.destination) \(dumped) \(String(reflecting: event))".contains("canary"))
  }
}
