import Answering
import Chat
import Foundation
import HTTPTypes
import Testing

@Suite("Messenger")
struct MessengerTests {
  private func events(_ body: String) throws -> [InboundEvent] {
    MetaSamples.events(try MetaSamples.platform("messenger").read(MetaSamples.post(body)))
  }

  @Test("Messages, quick replies and buttons are questions, however many come at once")
  func reads() throws {
    let body = MetaSamples.messenger(
      MetaSamples.event(#""message":{"mid":"m_1","text":"What is ALL?","nlp":{}}"#), #"{"sender":7}"#,
      MetaSamples.event(#""message":{"mid":"m_2","text":"2. Sympt…","quick_reply":{"payload":"Symptoms of ALL"}}"#),
      MetaSamples.event(#""postback":{"mid":"m_3","title":"Ask something","payload":"X"}"#, sender: "255"),
      MetaSamples.event(#""postback":{"mid":"m_4","title":"Get Started","payload":"GET_STARTED"}"#))
    let events = try events(body)
    #expect(events.map(\.text) == ["What is ALL?", "Symptoms of ALL", "Ask something", "hello"])
    #expect(
      events.map(\.id) == ["m_1", "m_2", "m_3", "m_4"] && events.map(\.startsAfresh) == [false, false, false, true])
    #expect(events[0].askedAt == Date(timeIntervalSince1970: 1_790_000_000.123))
    #expect(events[0].replyBy == events[0].askedAt.map { $0 + 86_400 } && events[2].destination["to"] == "255")
  }

  @Test("Echoes, receipts, pictures, other apps' conversations and other objects are dropped")
  func ignores() throws {
    let message = MetaSamples.event(#""message":{"mid":"m_1","text":"What is ALL?"}"#)
    for body in [
      MetaSamples.messenger(MetaSamples.event(#""message":{"mid":"m_1","text":"hi there","is_echo":true,"app_id":1}"#)),
      MetaSamples.messenger(MetaSamples.event(#""delivery":{"mids":["m_1"],"watermark":1}"#)),
      MetaSamples.messenger(MetaSamples.event(#""message":{"mid":"m_1","attachments":[{"type":"image"}]}"#)),
      MetaSamples.messenger(MetaSamples.event(#""message":{"mid":"m_1","text":"x y"}"#, sender: "682498302938465")),
      MetaSamples.messenger(MetaSamples.event(#""message":{"mid":"m_1","text":"late"}"#, time: 1_789_900_000_000)),
      MetaSamples.messenger(message, list: "standby"), MetaSamples.messenger(message, object: "instagram"),
    ] {
      #expect(try events(body).isEmpty, "\(body)")
    }
  }

  @Test("A message goes to who asked; quick replies stand below the last, thirteen at most, each of twenty characters")
  func sends() async throws {
    let platform = try MetaSamples.platform("messenger")
    let event = try #require(
      try events(MetaSamples.messenger(MetaSamples.event(#""message":{"mid":"m","text":"x y"}"#))).first)
    let offers = (0..<20).map { Offer(title: "A title that is rather long, number \($0)", section: "s") }
    let answer = Answer(
      kind: .clarify,
      blocks: [.paragraph(String(repeating: "Words. ", count: 900))] + [.offers(introduction: "One of:", offers)],
      offers: offers)
    let messages = try platform.render(answer, for: event)
    #expect(messages.count > 3)
    for message in messages {
      let request = try await platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", now: MetaSamples.now))
      #expect(request.url == "https://graph.facebook.com/v24.0/me/messages")
      #expect(request.headers[.authorization] == "Bearer EAAG-access")
      let payload = try MessengerPayload(request)
      #expect(payload.recipient == ["id": "254"] && payload.messaging_type == "RESPONSE")
      let replies = payload.message.quick_replies ?? []
      #expect(replies.count == (message.isLast ? 13 : 0))
      #expect(replies.allSatisfy { $0.title.unicodeScalars.count <= 20 && $0.content_type == "text" })
    }
    let replies = try #require(try messages.last.map { try MessengerPayload($0).message.quick_replies ?? [] })
    #expect(replies.first?.title == "1. A title that is …" && replies.first?.payload == offers[0].title)
  }
}
