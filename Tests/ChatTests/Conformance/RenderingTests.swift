import Answering
import Chat
import Foundation
import Testing

/// How every platform must show answers.
@Suite("Every platform, rendering")
struct RenderingTests {
  static let kinds = PlatformRegistry.all.map { $0.kind }
  static let now = Date(timeIntervalSince1970: 1_790_000_000.25)

  struct Case {
    let facts: PlatformFacts
    let platform: any ChatPlatform
    let event: InboundEvent

    init(_ kind: String, question: String = "What is ALL?") throws {
      facts = try PlatformFacts.of(kind)
      platform = try SampleSettings.platform(facts.type)
      let request = try #require(platform.simulated(question: question, user: "U1", at: RenderingTests.now))
      event = try #require(ReadingTests.event(platform.read(request)))
    }

    /// What a reader sees of a message, its texts one after another.
    func reading(_ message: ChatMessage) throws -> String {
      try facts.shown(message).map { facts.read($0.text) }.joined(separator: "\n")
    }
  }

  /// Only what a reader takes for the text: no white space, no invisible characters, no bullets.
  private func essence(_ text: String) -> String {
    let invisible: Set<Unicode.Scalar> = ["\u{200B}", "\u{2060}", "\u{FEFF}"]
    let scalars = text.unicodeScalars.filter {
      !invisible.contains($0) && !$0.properties.isWhitespace && $0 != "•" && $0 != "-"
    }
    return String(String.UnicodeScalarView(scalars))
  }

  @Test("Every text is within the platform's limit", arguments: kinds, SampleAnswer.allCases)
  func keepsLimits(kind: String, sample: SampleAnswer) throws {
    let test = try Case(kind)
    let messages = try test.platform.render(sample.answer, for: test.event)
    #expect(!messages.isEmpty)
    for (index, message) in messages.enumerated() {
      #expect(message.index == index && message.count == messages.count)
      for shown in try test.facts.shown(message) {
        #expect(!shown.text.isEmpty)
        #expect(shown.unit.count(shown.text) <= shown.limit)
      }
    }
  }

  @Test("No word is lost, doubled or cut within a character", arguments: kinds, SampleAnswer.allCases)
  func keepsWords(kind: String, sample: SampleAnswer) throws {
    let test = try Case(kind)
    let messages = try test.platform.render(sample.answer, for: test.event)
    let shown = try essence(messages.map(test.reading).joined(separator: "\n"))
    var blocks = sample.answer.blocks
    let buttons = try test.facts.buttons?(#require(messages.last)) ?? []
    if !buttons.isEmpty, case .offers(let introduction, _)? = blocks.last {
      blocks[blocks.count - 1] = .paragraph(introduction)
    }
    let whole = essence(PlainText.render(blocks).withoutControls)
    if test.facts.onlyResponds, sample == .oneEndlessParagraph {
      #expect(messages.count == 1 && shown.count > 100 && whole.hasPrefix(shown.prefix(100)))
    } else {
      #expect(shown == whole)
    }
    // A character that is cut in two would begin a text with a mark that joins.
    for text in try messages.flatMap(test.facts.shown) {
      let first = try #require(text.text.unicodeScalars.first)
      #expect(!first.properties.isGraphemeExtend && first != "\u{200D}")
    }
  }

  @Test("Disclaimer and source stand whole in the last message", arguments: kinds, SampleAnswer.allCases)
  func keepsDisclaimer(kind: String, sample: SampleAnswer) throws {
    let test = try Case(kind)
    let messages = try test.platform.render(sample.answer, for: test.event)
    let last = try essence(test.reading(#require(messages.last)))
    #expect(last.contains(essence(SampleAnswer.notice)))
    if sample != .takeover { #expect(last.contains(essence(SampleAnswer.source))) }
    // Whole means: not over two texts either.
    let texts = try test.facts.shown(#require(messages.last)).map { essence(test.facts.read($0.text)) }
    #expect(texts.contains { $0.contains(essence(SampleAnswer.notice)) })
  }

  @Test("No text becomes mark-up or a mention", arguments: kinds, [SampleAnswer.markup, .mentions])
  func staysText(kind: String, sample: SampleAnswer) throws {
    let test = try Case(kind)
    for message in try test.platform.render(sample.answer, for: test.event) {
      for shown in try test.facts.shown(message) {
        #expect(!test.facts.isActive(shown.text), "\(shown.text)")
      }
    }
  }

  @Test("Offers are buttons, or numbered lines at the end", arguments: kinds)
  func showsOffers(kind: String) throws {
    let test = try Case(kind)
    for sample in [SampleAnswer.ordinary, .veryLong] {
      let last = try #require(test.platform.render(sample.answer, for: test.event).last)
      if let buttons = test.facts.buttons {
        #expect(try buttons(last).count == SampleAnswer.offers.count)
      } else {
        let text = try essence(test.reading(last))
        for (index, offer) in SampleAnswer.offers.enumerated() {
          #expect(text.contains(essence("\(index + 1). \(offer.title)")))
        }
      }
    }
  }

  @Test("The same answer gives the same bytes", arguments: kinds)
  func isDeterministic(kind: String) throws {
    let test = try Case(kind)
    let one = try test.platform.render(SampleAnswer.veryLong.answer, for: test.event)
    #expect(try test.platform.render(SampleAnswer.veryLong.answer, for: test.event) == one)
  }

  @Test("Nothing that is sent, stored or acknowledged repeats the question", arguments: kinds)
  func neverEchoes(kind: String) async throws {
    let canary = "canary zebra <!channel> @everyone"
    let test = try Case(kind, question: canary)
    let request = try #require(test.platform.simulated(question: canary, user: "U1", at: Self.now))
    guard case .events(let events, let actions, let acknowledgement) = try test.platform.read(request) else {
      Issue.record("no event")
      return
    }
    let event = try #require(events.first)
    var told = String(decoding: acknowledgement.body, as: UTF8.self) + event.id + event.conversation
    told += String(decoding: try JSONBody.encode(event.destination), as: UTF8.self)
    let messages = try test.platform.render(SampleAnswer.ordinary.answer, for: event)
    for message in test.facts.onlyResponds ? [] : messages + actions.map(\.message) {
      let sent = try await test.platform.outgoing(
        message, to: event.destination, context: SendContext(key: "k", now: Self.now))
      told += sent.url + String(decoding: sent.body, as: UTF8.self)
    }
    if let response = test.platform.synchronousResponse(messages, to: event) {
      told += String(decoding: response.body, as: UTF8.self)
    }
    #expect(!told.contains("canary") && !told.contains("zebra"))
  }
}
