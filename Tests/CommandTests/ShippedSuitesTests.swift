import Testing

@Suite struct ShippedSuitesTests {
  @Test func everyFloorOfTheShippedSuitesHolds() throws {
    let run = try Run.finished(["check"])
    #expect(run.code == 0, "\(run.text.suffix(2_000))")
  }

  @Test func theShippedKnowledgeHasNoLintErrors() throws {
    let run = try Run.finished(["knowledge", "lint"])
    #expect(run.code == 0, "\(run.text.prefix(2_000))")
  }
}
