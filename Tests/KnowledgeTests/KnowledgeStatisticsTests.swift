import Knowledge
import KnowledgeFixture
import Testing

@Suite struct KnowledgeStatisticsTests {
  @Test func countsTheFixture() throws {
    let counts = try KnowledgeFixture.use { KnowledgeStatistics(try $0.load()) }
    #expect([counts.documents, counts.sections, counts.sentences] == [2, 5, 13])
    #expect([counts.sectionQuestions, counts.sharedQuestions, counts.calibration] == [28, 5, 6])
    #expect(counts.questionsByVoice == ["child": 8, "student": 3, "parent": 17, "patient": 5])
    #expect([counts.gaps, counts.gapQuestions, counts.smalltalk, counts.smalltalkLines] == [3, 8, 2, 5])
    #expect(counts.negatives == ["off-topic": 3])
    #expect(counts.vocabulary["subjects"] == 3)
    #expect(counts.vocabulary["synonyms"] == 10)
  }
}
