import Knowledge
import Testing

@Suite struct ReadabilityTests {
  @Test(arguments: [
    ("the", 1), ("rose", 1), ("table", 2), ("tables", 2), ("whole", 1), ("called", 1), ("treated", 2), ("needed", 2),
    ("handled", 2), ("boxes", 2), ("changes", 2), ("types", 1), ("causes", 2), ("bodies", 2), ("therapies", 3),
    ("tissue", 2), ("leukemia", 4), ("anemia", 4), ("biopsy", 3), ("special", 2), ("radiation", 4), ("patient", 2),
    ("trials", 2), ("million", 2), ("being", 2), ("dying", 2), ("years", 1), ("don't", 1), ("hmm", 1),
  ])
  func countsSyllables(word: String, syllables: Int) {
    #expect(Readability.syllables(in: word) == syllables)
  }

  @Test(arguments: [("ALL", 3), ("AML", 3), ("DNA", 3), ("CALLED", 1), ("A", 1)])
  func spellsOutShortCapitals(word: String, syllables: Int) {
    #expect(Readability.syllables(in: word) == syllables)
  }

  /// Six words of one syllable in one sentence: 0.39 × 6 + 11.8 × 1 − 15.59 = −1.45.
  @Test func gradesShortWords() {
    #expect(abs(Readability.grade(of: ["The cat sat on the mat."]) - -1.45) < 1e-9)
  }

  /// Ten words, sixteen syllables, two sentences: 0.39 × 5 + 11.8 × 1.6 − 15.59 = 5.24.
  @Test func gradesTwoSentences() {
    let sentences = ["Leukemia is a cancer of the blood.", "Doctors treat leukemia."]
    #expect(abs(Readability.grade(of: sentences) - (0.39 * 5 + 11.8 * 1.8 - 15.59)) < 1e-9)
  }

  @Test func leavesNumbersAndEmptySentencesOut() {
    let plain = Readability.grade(of: ["Call us now."])
    #expect(Readability.grade(of: ["Call us now 1-800-222-1222.", "911!", ""]) == plain)
  }

  @Test func gradesNothingAsZero() {
    #expect(Readability.grade(of: []) == 0)
    #expect(Readability.grade(of: ["42", ""]) == 0)
  }

  /// Of four words, "banana" has two syllables too many each time: 11.8 × 4 / 4; "apple" one: 11.8 / 4.
  @Test func namesTheWordsThatCostMost() throws {
    let costs = Readability.costs(in: ["Banana banana apple fig."])
    #expect(costs.map(\.word) == ["banana", "apple"])
    let first = try #require(costs.first)
    #expect(first.uses == 2)
    #expect(abs(first.grades - 11.8) < 1e-9)
    #expect(first.description == "banana (2 times, 11.80)")
  }
}
