import Knowledge
import Testing

@Suite struct SentenceSplitterTests {
  @Test func endsSentencesAtMarksBeforeBlanks() {
    #expect(SentenceSplitter.sentences(in: "A is B. C is 2.5 of D? Yes!") == ["A is B.", "C is 2.5 of D?", "Yes!"])
  }

  @Test func keepsAbbreviationsTogether() {
    #expect(SentenceSplitter.sentences(in: "Ask Dr. Smith first. Then go.") == ["Ask Dr. Smith first.", "Then go."])
    #expect(SentenceSplitter.sentences(in: "Some foods (e.g. Brie) are out.") == ["Some foods (e.g. Brie) are out."])
  }

  @Test func keepsMarksThatCloseWithTheSentence() {
    #expect(
      SentenceSplitter.sentences(in: "He said \"Go.\" She went (at last.) Done?! Yes.")
        == ["He said \"Go.\"", "She went (at last.)", "Done?!", "Yes."])
  }

  @Test func doesNotEndBeforeLowerCaseOrInsideANumberedTitle() {
    #expect(SentenceSplitter.sentences(in: "Tests, scans etc. are done. See No. 5 there.").count == 2)
  }

  @Test func endsAfterTheWordNo() {
    #expect(SentenceSplitter.sentences(in: "The answer is no. Go on.") == ["The answer is no.", "Go on."])
  }

  @Test(arguments: ["", "   ", "\n"]) func findsNothingInBlanks(text: String) {
    #expect(SentenceSplitter.sentences(in: text).isEmpty)
  }

  @Test func keepsAnUnfinishedSentence() {
    #expect(SentenceSplitter.sentences(in: "One. Two without an end") == ["One.", "Two without an end"])
  }
}
