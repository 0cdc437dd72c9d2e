import Knowledge
import Testing

@Suite struct SentenceSplitterTests {
  @Test func endsSentencesAtMarksBeforeBlanks() {
    #expect(SentenceSplitter.sentences(in: "A is B. C is 2.5 of D? Yes!") == ["A is B.", "C is 2.5 of D?", "Yes!"])
  }

  @Test func keepsAbbreviationsTogether() {
    #expect(SentenceSplitter.sentences(in: "Ask Dr. Smith first. Then go.") == ["Ask Dr. Smith first.", "Then go."])
  }
}
