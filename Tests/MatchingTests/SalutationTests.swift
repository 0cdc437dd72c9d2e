import Knowledge
import KnowledgeFixture
import Matching
import Testing

@Suite struct SalutationTests {
  private func words(_ text: String) throws -> [String] {
    try KnowledgeFixture.use { fixture in
      let analyzer = Analyzer(knowledge: try KnowledgeLoader(fixture.folder).load().knowledge)
      return analyzer.analyze(text).terms.map(\.text)
    }
  }

  @Test(arguments: [
    "hello, what is the flu", "Hi there, what is the flu", "good morning everyone, what is the flu",
    "hey what is the flu",
  ])
  func greetingBeforeAQuestion_isNoPartOfIt(_ text: String) throws {
    #expect(try words(text) == ["what", "is", "the", "flu"])
  }

  @Test(arguments: ["hello", "good evening", "hi there", "hello little helper"])
  func greetingAlone_stays(_ text: String) throws {
    #expect(try words(text).first == text.split(separator: " ").first.map(String.init))
  }

  @Test func greetingBeforeAStoryThatAsks_isNoPartOfIt() throws {
    #expect(try words("hello, my son is ill, what now") == ["my", "son", "is", "ill", "what", "now"])
  }

  @Test func greetingBeforeNoQuestion_stays() throws {
    #expect(try words("hi, all symptoms") == ["hi", "all", "symptoms"])
  }
}
