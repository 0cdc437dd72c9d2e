import Testing

@Suite struct WhyTests {
  @Test(arguments: ["What are the symptoms of ALL?", "What are the symptoms of AML?", "who won the football", ""])
  func everyOutcomeIsExplained(question: String) throws {
    let plain = try Run.finished(["ask", question])
    let run = try Run.finished(["ask", "--why", question])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix(plain.text + "\nWhy\n"))
    for label in [
      "outcome", "words", "repairs", "synonyms", "subject", "facets", "aspects", "rule", "margin", "candidates",
    ] {
      #expect(run.text.contains("\n\(label)"))
    }
  }

  @Test func aRefusalNamesItsReason() throws {
    let run = try Run.finished(["ask", "--why", "What are the symptoms of AML?"])
    #expect(run.text.contains("decline, hole:aml/symptoms"))
    #expect(run.text.contains("\naspects     symptoms "))
  }

  @Test func jsonHasTheExplanationToo() throws {
    let run = try Run.finished(["ask", "--json", "--why", "What are the symptoms of AML?"])
    #expect(run.text.contains(#""candidates": ["#))
    #expect(try !Run.finished(["ask", "--json", "What is ALL?"]).text.contains(#""why""#))
  }
}
