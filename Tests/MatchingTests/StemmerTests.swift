import Testing
import Matching

@Suite struct StemmerTests {
  @Test(arguments: [
    ("treated", "treat"), ("treatments", "treatment"), ("bodies", "bodi"), ("all", "all"), ("stopped", "stop"),
  ])
  func cutsCommonEndings(word: String, stem: String) {
    #expect(Stemmer.stem(word) == stem)
  }
}
