import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("WhatsApp")
struct WhatsAppTests {
  private func events(_ body: String) throws -> [InboundEvent] {
    MetaSamples.events(try MetaSamples.platform("whatsapp").read(MetaSamples.post(body)))
  }

  private func answer(_ titles: [String], words: String = "Which?") -> Answer {
    let offers = titles.map { Offer(title: $0, section: "s") }
    return Answer(
      kind: .clarify, blocks: [.lead(words), .offers(introduction: "One of:", offers)], offers: offers)
  }

  private func rendered(_ answer: Answer) throws -> [WhatsAppPayload] {
    let event = try #require(try events(MetaSamples.whatsApp(MetaSamples.text("x y"))).first)
    return try MetaSamples.platform("whatsapp").render(answer, for: event).map { try WhatsAppPayload($0) }
  }

  @Test("Every message of a batch is a question; what is none, or not understood, costs the others nothing")
  func readsBatches() throws {
    let body = MetaSamples.whatsApp(
      MetaSamples.text("What is ALL?"), #"{"from":1,"id":[]}"#,
      #"{"from":"16505551234","id":"wamid.i","timestamp":"1790000000","type":"image","image":{"id":"1"}}"#,
      #"{"from":"1","id":"wamid.r","timestamp":"1790000000","type":"reaction","reaction":{"emoji":"👍"}}"#,
      #"{"from":"1","group_id":"g","id":"wamid.g","timestamp":"1790000000","type":"text","text":{"body":"hi you"}}"#,
      MetaSamples.text("And AML?", id: "wamid.3", from: "4917012345678"))
    let events = try events(body)
    #expect(events.map(\.text) == ["What is ALL?", "And AML?"] && events.map(\.id) == ["wamid.1", "wamid.3"])
    #expect(events[0].conversation != events[1].conversation && events[0].destination["to"] == "16505551234")
    #expect(events[0].askedAt == Date(timeIntervalSince1970: 1_790_000_000))
    #expect(events[0].replyBy == Date(timeIntervalSince1970: 1_790_086_400))
  }

  @Test("Receipts, other numbers, other fields and other objects are acknowledged and dropped")
  func ignores() throws {
    let text = MetaSamples.text("What is ALL?")
    for body in [
      MetaSamples.statuses, MetaSamples.whatsApp(text, number: "1"),
      MetaSamples.whatsApp(text, field: "smb_message_echoes"), MetaSamples.messenger(), MetaSamples.whatsApp(),
      MetaSamples.whatsApp(MetaSamples.text("too late", time: 1_790_000_100 - 86_401)),
    ] {
      guard case .ignored(let response, _) = try MetaSamples.platform("whatsapp").read(MetaSamples.post(body)) else {
        Issue.record("not ignored: \(body)")
        continue
      }
      #expect(response == .empty)
    }
  }

  @Test("A person without a telephone number is answered by his id")
  func readsPersons() async throws {
    let body = MetaSamples.whatsApp(MetaSamples.text("What is ALL?")).replacingOccurrences(
      of: #"{"from":"16505551234","#, with: #"{"from_user_id":"US.1349","#)
    let event = try #require(try events(body).first)
    let platform = try MetaSamples.platform("whatsapp")
    let message = try #require(platform.render(SampleAnswer.ordinary.answer, for: event).first)
    let request = try await platform.outgoing(
      message, to: event.destination, context: SendContext(key: "k", now: MetaSamples.now))
    let payload = try WhatsAppPayload(request)
    #expect(event.user == "US.1349" && payload.recipient == "US.1349" && payload.to == nil)
  }

  @Test("A pressed button or row asks the title in its id, another's what stands on it")
  func readsPresses() throws {
    for kind in ["button", "list"] {
      let press = MetaSamples.press(kind, id: "2:Symptoms of ALL: all", title: "Symptoms of ALL…")
      #expect(try events(MetaSamples.whatsApp(press)).first?.text == "Symptoms of ALL: all")
      let other = MetaSamples.press(kind, id: "7f3", title: "Symptoms")
      #expect(try events(MetaSamples.whatsApp(other)).first?.text == "Symptoms")
    }
  }

  @Test("Three short titles are buttons, ten are a list, more are numbered text", arguments: [1, 3, 4, 10, 11])
  func choosesForm(count: Int) throws {
    let last = try #require(try rendered(answer((0..<count).map { "Title \($0)" })).last)
    #expect(last.interactive?.type == (count <= 3 ? "button" : count <= 10 ? "list" : nil))
    #expect(last.choices.count == (count <= 10 ? count : 0))
    #expect(count <= 10 || last.words.contains("11. Title 10"))
  }

  @Test("Titles and ids keep their limits, and no two ids are alike")
  func limitsOffers() throws {
    let long = String(repeating: "Sehr lang 🙂 ", count: 40)
    let last = try #require(try rendered(answer([long, long, "Short"])).last)
    #expect(last.interactive?.type == "list" && (1...20).contains(last.interactive?.action.button?.count ?? 0))
    #expect(Set(last.choices.map(\.id)).count == 3)
    for choice in last.choices {
      #expect(choice.title.unicodeScalars.count <= 24 && choice.id.unicodeScalars.count <= 200)
      #expect((choice.description ?? "").unicodeScalars.count <= 72)
    }
    #expect(try rendered(answer(["Same", "Same"])).last?.interactive?.type == "list")
  }

  @Test("A long answer is text, and its closing has the offers below it")
  func closesWithOffers() throws {
    let parts = try rendered(SampleAnswer.veryLong.answer)
    #expect(
      (3...6).contains(parts.count)
        && parts.dropLast().allSatisfy { $0.type == "text" && $0.text?.preview_url == false })
    #expect(parts.last?.choices.count == 3 && parts.last?.words.contains(SampleAnswer.notice) == true)
    #expect(try rendered(SampleAnswer.ordinary.answer).count == 1)
  }

  @Test("A message goes to its number with the token in a header; the first quotes the question")
  func sends() async throws {
    let platform = try MetaSamples.platform("whatsapp", ["api_version": "v25.0"])
    let event = try #require(try events(MetaSamples.whatsApp(MetaSamples.text("x y"))).first)
    let messages = try platform.render(SampleAnswer.veryLong.answer, for: event)
    for message in messages {
      let request = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", now: MetaSamples.now))
      #expect(request.url == "https://graph.facebook.com/v25.0/106540352242922/messages")
      #expect(request.headers[.authorization] == "Bearer EAAG-access")
      let payload = try WhatsAppPayload(request)
      #expect(payload.to == "16505551234" && payload.context == (message.isFirst ? ["message_id": "wamid.1"] : nil))
    }
  }

  @Test(
    "Marks are broken, words are not",
    arguments: [
      ("a *b*", "a \u{200B}*\u{200B}b\u{200B}*\u{200B}"), ("> q", "\u{200B}> q"), ("- a - b", "\u{200B}- a - b"),
      ("1. a", "1\u{200B}. a"), ("911 is 9.5", "911 is 9.5"), ("a\n2) b", "a\n2\u{200B}) b"), ("@all", "@\u{200B}all"),
      ("a.b@c.org", "a.b@c.org"), (". a", ". a"),
    ])
  func breaksMarks(text: String, written: String) {
    #expect(MarkBreakingStyle.broken(text) == written)
  }
}
