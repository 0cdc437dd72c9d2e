import Answering
import Chat
import Testing

@Suite("Splitting text")
struct TextSplitterTests {
  private let style = PlainStyle()

  private func parts(_ lines: [TextLine], _ limit: Int, unit: TextUnit = .utf16) -> [String] {
    TextSplitter(limit: limit, unit: unit, style: style).split(lines).map { style.written($0) }
  }

  private func paragraphs(_ texts: String...) -> [TextLine] { texts.map { TextLine($0, role: .paragraph) } }

  @Test("Text that fits stays in one part; nothing gives nothing")
  func keepsShort() {
    #expect(parts(paragraphs("One.", "Two."), 10) == ["One.\n\nTwo."])
    #expect(parts([], 10) == [])
  }

  @Test("Paragraphs are kept whole where they fit")
  func cutsBetweenParagraphs() {
    #expect(parts(paragraphs("One two.", "Three four.", "Five."), 18) == ["One two.", "Three four.\n\nFive."])
  }

  @Test("A long paragraph is cut behind a sentence, else behind a word, else between characters")
  func cutsAtBestBorder() {
    #expect(parts(paragraphs("Aa bb cc. Dd ee ff gg."), 16) == ["Aa bb cc.", "Dd ee ff gg."])
    #expect(parts(paragraphs("aaa bbb ccc ddd eee"), 8) == ["aaa bbb", "ccc ddd", "eee"])
    #expect(parts(paragraphs("abcdefghij"), 4) == ["abcd", "efgh", "ij"])
  }

  @Test("Each unit counts its own way")
  func countsUnits() {
    let text = paragraphs("🙂🙂🙂🙂")
    #expect(parts(text, 4, unit: .utf16) == ["🙂🙂", "🙂🙂"])
    #expect(parts(text, 4, unit: .codePoints) == ["🙂🙂🙂🙂"])
    #expect(parts(text, 4, unit: .bytes) == ["🙂", "🙂", "🙂", "🙂"])
    #expect(TextUnit.jsonBytes.count("a\"\n\u{1}é") == 1 + 2 + 2 + 6 + 2)
  }

  @Test("No character is cut, unless it alone is longer than a part")
  func keepsCharacters() {
    let family = "👩‍👩‍👧‍👦"
    #expect(parts(paragraphs(family + family), 12) == [family, family])
    let stacked = "e" + String(repeating: "\u{301}", count: 9)
    let cut = parts(paragraphs(stacked), 4)
    #expect(cut.joined().unicodeScalars.elementsEqual(stacked.unicodeScalars))
    #expect(cut.allSatisfy { $0.utf16.count <= 4 })
  }

  @Test("Escapes count and are never cut")
  func countsEscapes() {
    let style = PlainStyle { $0.escapingAngles }
    let splitter = TextSplitter(limit: 12, unit: .utf16, style: style)
    let parts = splitter.split(paragraphs("<<<<&&&&>>>>")).map { style.written($0) }
    #expect(parts.joined() == "&lt;&lt;&lt;&lt;&amp;&amp;&amp;&amp;&gt;&gt;&gt;&gt;")
    for part in parts {
      #expect(part.utf16.count <= 12 && part.hasPrefix("&") && part.hasSuffix(";"))
    }
  }

  @Test("What is left of an item has no second bullet")
  func continuesItems() {
    #expect(parts([TextLine("aaa bbb ccc", role: .item)], 9) == ["- aaa bbb", "ccc"])
  }

  @Test("An introduction moves to the part of its first item")
  func movesIntroductions() {
    let lines = [
      TextLine("Text.", role: .paragraph), TextLine("These:", role: .introduction),
      TextLine("an item", role: .item, startsBlock: false),
    ]
    #expect(parts(lines, 16) == ["Text.", "These:\n- an item"])
  }

  @Test("The closing is whole in the last part, and offers go before it where they do not fit beside it")
  func keepsClosing() {
    let offers = [Offer(title: "First", section: "a"), Offer(title: "Second", section: "b")]
    let answer = Answer(
      kind: .answer,
      blocks: [
        .lead("Lead."), .source("Source."), .notice("Notice one two."), .offers(introduction: "More:", offers),
      ])
    func split(_ limit: Int) -> [String] {
      TextSplitter(limit: limit, unit: .utf16, style: style).split(AnswerText(answer), numberingOffers: true)
        .map { style.written($0) }
    }
    #expect(split(100) == ["Lead.\n\nSource.\n\nNotice one two.\n\nMore:\n1. First\n2. Second"])
    #expect(split(52) == ["Lead.", "Source.\n\nNotice one two.\n\nMore:\n1. First\n2. Second"])
    #expect(split(30) == ["Lead.\n\nMore:\n1. First", "2. Second", "Source.\n\nNotice one two."])
  }

  @Test("Labels are shortened to the limit, between characters")
  func shortens() {
    #expect(TextSplitter.shortened("abc", to: 3, unit: .utf16) == "abc")
    #expect(TextSplitter.shortened("abcd", to: 3, unit: .utf16) == "ab…")
    #expect(TextSplitter.shortened("a👩‍👩‍👧‍👦", to: 5, unit: .utf16) == "a…")
  }

  @Test("Any text and limit: parts within the limit, nothing lost")
  func holdsForAnyText() {
    let pieces = ["word ", "A sentence. ", "🙂", "👩‍👩‍👧‍👦", "e\u{301}", "&", "<", "\n", "  ", "日本語。", "🇩🇪", "x"]
    var state: UInt64 = 42
    func next(_ bound: Int) -> Int {
      state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
      return Int(state >> 33) % bound
    }
    let style = PlainStyle { $0.escapingAngles }
    for _ in 0..<300 {
      let lines = (0..<next(5) + 1).map { _ in
        TextLine(
          (0..<next(40) + 1).map { _ in pieces[next(pieces.count)] }.joined(), role: next(2) == 0 ? .paragraph : .item)
      }
      let limit = 30 + next(60)
      for unit in [TextUnit.utf16, .codePoints, .bytes] {
        let parts = TextSplitter(limit: limit, unit: unit, style: style).split(lines)
        #expect(parts.allSatisfy { unit.count(style.written($0)) <= limit && !$0.isEmpty })
        let words = parts.flatMap { $0 }.map(\.text).joined().filter { !$0.isWhitespace }
        #expect(words == lines.map(\.text).joined().filter { !$0.isWhitespace })
      }
    }
  }
}
