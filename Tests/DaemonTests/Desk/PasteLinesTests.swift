import Answering
import Daemon
import Foundation
import Knowledge
import KnowledgeFixture
import Testing

@Suite("Lines to paste")
struct PasteLinesTests {
  private let now = Date(timeIntervalSince1970: 1_790_000_000)

  private func pieces(_ reason: String, near nearest: String? = nil, words: [String] = [], in fixture: KnowledgeFixture)
    throws -> [PasteLines.Piece]
  {
    var count = AskedTally.Count(last: now)
    count.texts = words.map { AskedTally.Text(words: $0, at: now) }
    return PasteLines(try fixture.load().knowledge).pieces(
      for: AskedTally.Miss(reason: reason, nearest: nearest), asked: count)
  }

  @Test("Pasted as they are, they are taken: the alias by the knowledge, the case by the suite")
  func pasted() throws {
    try KnowledgeFixture.use { fixture in
      let question = #"what about the "cost": \ a rose, please"#
      let found = try pieces("gap:price", near: "rose/care", words: [question], in: fixture)
      #expect(
        found.map(\.file) == [
          "gaps/price.yaml", "suites/gaps.yaml", "documents/rose/care.questions.txt", "suites/gaps.yaml",
        ])
      try fixture.remove("suites/basic.yaml")
      try fixture.write("suites/gaps.yaml", "suite: gaps\nabout: What is declined.\ncases:")
      try fixture.append(to: "gaps/price.yaml", "\n" + found[0].text + "\n")
      try fixture.append(to: "suites/gaps.yaml", "\n" + found[1].text + "\n")
      var loaded = try fixture.load()
      let suites = try SuiteFolder(fixture.folder, knowledge: loaded.knowledge).all()
      #expect(loaded.training.utterances.contains { $0.text == question })
      let canned = suites.flatMap(\.cases).first { $0.id.hasPrefix("asked-gap-price") }
      #expect(canned?.turns.first?.question == question)
      #expect(canned?.turns.first?.expectation?.kind == .decline)

      // Or the section does answer it.
      try fixture.replace(in: "gaps/price.yaml", "\n" + found[0].text, with: "")
      try fixture.append(to: "documents/rose/care.questions.txt", "\n" + found[2].text + "\n")
      try fixture.append(to: "suites/gaps.yaml", "\n" + found[3].text + "\n")
      loaded = try fixture.load()
      #expect(loaded.training.utterances.contains { $0.text == question })
      let cases = try SuiteFolder(fixture.folder, knowledge: loaded.knowledge).all().flatMap(\.cases)
      #expect(cases.first { $0.id.hasPrefix("asked-rose-care") }?.turns.first?.expectation?.sections == ["rose/care"])
    }
  }

  @Test("A hole and another subject go to the gap behind them; what has no gap goes to a list that is there")
  func aliases() throws {
    try KnowledgeFixture.use { fixture in
      for (reason, file) in [
        ("hole:tulip/pests", "gaps/tulip-pests.yaml"), ("other-subject:lily", "gaps/other-lily.yaml"),
        ("hole:tulip/overview", "questions/overview.txt"), ("off-topic", "negatives/off-topic.txt"),
        ("unclear", "suites/gaps.yaml"),
      ] {
        let found = try pieces(reason, in: fixture)
        #expect(found.first?.file == file, "\(reason)")
      }
    }
  }

  @Test("Without words, or where something was taken out of them, the place says where the question goes")
  func placeholder() throws {
    try KnowledgeFixture.use { fixture in
      for words in [[], ["what does [name] cost"]] {
        let found = try pieces("gap:price", words: words, in: fixture)
        #expect(found.allSatisfy { $0.text.contains(PasteLines.placeholder) })
      }
    }
  }
}
