import Knowledge
import KnowledgeFixture
import Testing

@Suite struct SectionBodyTests {
  /// Reads a section whose body is `body`.
  private func section(_ body: String) throws -> Section {
    try KnowledgeFixture.use { fixture in
      let head = "---\ntitle: Care of roses\naspect: care\nsource: Care\n---\n"
      try fixture.write("documents/rose/care.md", head + body)
      return try #require(try fixture.load().knowledge.section("rose/care"))
    }
  }

  @Test func joinsLinesOfAParagraphAndSplitsItsSentences() throws {
    let section = try section("Roses like\nsun. They need water.\n\nCut them back.\n")
    #expect(section.sentences.map(\.text) == ["Roses like sun.", "They need water.", "Cut them back."])
    #expect(section.sentences.allSatisfy { $0.role == .statement })
    #expect(section.blocks == [.paragraph([0, 1]), .paragraph([2])])
  }

  @Test(arguments: ["Cut off:\n- Dead wood\n- Old flowers\n", "Cut off:\n\n- Dead wood\n- Old flowers\n"])
  func takesTheSentenceWithAColonAsIntroduction(body: String) throws {
    let section = try section(body)
    #expect(section.sentences.map(\.role) == [.introduction, .item, .item])
    #expect(section.blocks == [.list(introduction: 0, items: [1, 2])])
  }

  @Test(arguments: ["Roses like sun. Cut off:\n- Wood\n", "Roses like sun. Cut off:\n\n- Wood\n"])
  func leavesWhatStandsBeforeTheIntroductionAParagraph(body: String) throws {
    #expect(try section(body).blocks == [.paragraph([0]), .list(introduction: 1, items: [2])])
  }

  @Test func goesOnWithAListAfterABlankLine() throws {
    let section = try section("Cut off:\n\n- Dead wood\n\n- Old\n  flowers\n\nThat is all.\n")
    #expect(section.sentences.map(\.text) == ["Cut off:", "Dead wood", "Old flowers", "That is all."])
    #expect(section.blocks == [.list(introduction: 0, items: [1, 2]), .paragraph([3])])
  }

  @Test func coversEverySentenceOnce() throws {
    let section = try section("One. Two:\n- a\n- b\n\nThree:\n\n- c\n\nFour. Five.\n")
    #expect(section.blocks.flatMap(\.indexes).sorted() == Array(section.sentences.indices))
  }

  @Test func readsFilesWithCarriageReturnsAndAByteOrderMark() throws {
    try KnowledgeFixture.use { fixture in
      let before = try fixture.load().knowledge.section("rose/care")
      for path in ["documents/rose/care.md", "documents/rose/care.questions.txt", "gaps/price.yaml"] {
        try fixture.write(path, "\u{FEFF}" + (try fixture.text(path)).replacing("\n", with: "\r\n"))
      }
      let loaded = try fixture.load()
      #expect(loaded.knowledge.section("rose/care") == before)
      #expect(loaded.training.counts[.section("rose/care")] == 6)
    }
  }
}
