import Answering
import Testing

@Suite struct TriageRepeatTests {
  @Test func sameMessage_givesTheSameResult() throws {
    let text = "my son has ALL and a fever of 38.5 and I want to die"
    let first = try TriageFixtures.assess(text)
    for _ in 0..<20 { #expect(try TriageFixtures.assess(text) == first) }
  }

  @Test(arguments: [
    "my son has a fever and he is not well ", "my my my my ", "I want to I want to not ", "38 39 40 101 102 ",
  ])
  func aHundredThousandCharacters_areAssessed(_ words: String) throws {
    let text = String(repeating: words, count: 100_000 / words.count)
    _ = try TriageFixtures.assess(text)
  }
}
