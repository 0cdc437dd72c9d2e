import Foundation
import Knowledge
import Matching
import Testing

@Suite struct SentenceRankerTests {
  private static let section = Section(
    id: "garden/pruning", title: "Pruning apple trees", aspect: "pruning", sourceHeading: "Pruning", document: "garden",
    sentences: [
      Sentence(text: "Pruning keeps an apple tree in shape.", role: .statement),
      Sentence(text: "The work on an apple tree can span two to three weeks.", role: .statement),
      Sentence(text: "An old cut is sealed to keep out rot.", role: .statement),
      Sentence(text: "Gardeners and children over 12 may use the small saw.", role: .statement),
      Sentence(text: "Another name for the work is trimming.", role: .statement),
      Sentence(text: "The first step on an apple tree is to clear the crown.", role: .statement),
      Sentence(text: "Tools for the work include:", role: .introduction),
      Sentence(text: "A ladder", role: .item),
      Sentence(text: "A saw with a curved blade", role: .item),
    ], blocks: [.paragraph([0]), .paragraph([1, 2, 3, 4, 5]), .list(introduction: 6, items: [7, 8])])

  private static let vocabulary = """
    {"subjects": [], "fieldWords": [], "aspects": [], "facets": [],
     "synonyms": [{"id": "saw", "words": ["saw", "handsaw"]}],
     "spelling": {"repairs": {}, "protected": [], "common": []}}
    """

  private let knowledge: Knowledge
  private let analyzer: Analyzer
  private let ranker: SentenceRanker

  init() throws {
    let vocabulary = try JSONDecoder().decode(Vocabulary.self, from: Data(Self.vocabulary.utf8))
    knowledge = Knowledge(
      documents: [], sections: [Self.section], gaps: [], smalltalk: [], vocabulary: vocabulary, digest: "sha256:0")
    analyzer = Analyzer(knowledge: knowledge)
    ranker = SentenceRanker(knowledge: knowledge, analyzer: analyzer)
  }

  private func best(_ question: String) -> Int? {
    ranker.sentences(of: Self.section.id, for: analyzer.analyze(question)).first
  }

  @Test(arguments: [
    ("how long does pruning take", 1), ("why is an old cut sealed", 2), ("who may use the small one", 3),
    ("what is pruning also called", 4), ("which step comes first", 5), ("list the tools", 6),
  ])
  func findsTheFormThatTheQuestionWaitsFor(question: String, sentence: Int) {
    #expect(best(question) == sentence)
  }

  @Test func findsAnItemByItsOwnWords() {
    #expect(best("is a ladder one of the tools") == 7)
  }

  @Test func countsSynonymsAsTheSameWord() {
    #expect(best("a curved handsaw") == 8)
  }

  @Test func findsNothingWhereNoWordIsShared() {
    #expect(ranker.sentences(of: Self.section.id, for: analyzer.analyze("purple elephants")).isEmpty)
  }

  @Test func findsNothingInASectionItDoesNotKnow() {
    #expect(ranker.sentences(of: "garden/none", for: analyzer.analyze("how long")).isEmpty)
  }

  @Test func ranksTheSameEveryTime() {
    let analysis = analyzer.analyze("how long does the work with a saw on an old tree take, and why")
    let first = ranker.sentences(of: Self.section.id, for: analysis)
    for _ in 0..<5 {
      let again = SentenceRanker(knowledge: knowledge, analyzer: analyzer)
      #expect(again.sentences(of: Self.section.id, for: analysis) == first)
    }
  }
}
