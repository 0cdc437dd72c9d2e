import Knowledge
import KnowledgeFixture
import Testing

@Suite struct KnowledgeLoaderTests {
  @Test func loadsWhatTheFilesSay() throws {
    try KnowledgeFixture.use { fixture in
      let loaded = try fixture.load()
      let knowledge = loaded.knowledge
      #expect(knowledge.documents.map(\.id) == ["rose", "tulip"])
      #expect(
        knowledge.sections.map(\.id) == ["rose/overview", "rose/care", "rose/pests", "tulip/overview", "tulip/care"])
      #expect(knowledge.section("rose/care")?.sourceHeading == "Care")
      #expect(knowledge.gap("tulip-pests")?.aspect == "pests")
      #expect(knowledge.smalltalk.map(\.id) == ["greeting", "thanks"])
      #expect(knowledge.vocabulary.subject("lily")?.isOther == true)
      #expect(loaded.facts.count == 5)
      #expect(loaded.training.counts[.section("rose/overview")] == 6)
      #expect(loaded.training.counts[.aspect("care")] == 3)
      #expect(loaded.training.counts[.negative("off-topic")] == 3)
    }
  }

  @Test func remembersVoiceExpectationAndPlaceOfALine() throws {
    try KnowledgeFixture.use { fixture in
      let calibration = try fixture.load().training.calibration
      #expect(calibration[0].voice == "neighbor")
      #expect(calibration[1].labels == [.section("rose/care"), .section("tulip/care")])
      #expect(calibration[1].place == SourcePlace(file: "calibration/mixed.txt", line: 5))
      #expect(calibration.last?.labels == [.decline])
    }
  }

  @Test func reportsEveryProblemAtOnceInFileOrder() throws {
    try KnowledgeFixture.use { fixture in
      try fixture.append(to: "smalltalk.yaml", "\nbye: {reply: Bye., question: [bye]}\n")
      try fixture.replace(in: "gaps/price.yaml", "[rose/care]", with: "[rose/prise]")
      try fixture.replace(in: "documents/tulip/care.md", "title: Care of tulips\n", with: "")
      #expect(
        fixture.refusals() == [
          "documents/tulip/care.md:2: title: is missing or empty",
          "gaps/price.yaml:3: offer: there is no section \"rose/prise\"",
          "smalltalk.yaml:7: question: unknown key; remove it or correct its spelling",
        ])
    }
  }
}
