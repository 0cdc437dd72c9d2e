import Answering
import Testing

@Suite struct PerturbationTests {
  private func suite() throws -> Suite {
    try Sample.suite(
      cases: """
        [{id: a, why: w, question: "does ALL give you a fever of 38.5, or not?", expect: {kind: answer}},
         {id: b, why: w, question: "which signs does acute leukemia have", expect: {kind: answer}}]
        """)
  }

  private func questions(_ seed: UInt64) throws -> [String] {
    try suite().cases.flatMap { Perturbation(seed: seed).variant(of: $0).turns.map(\.question) }
  }

  @Test func theSameSeedGivesTheSameVariants() throws {
    #expect(try questions(7) == questions(7))
    #expect(try Set((0..<20).map { try questions($0) }).count > 10)
  }

  @Test func aVariantDoesNotDependOnOtherCases() throws {
    let suite = try suite()
    let alone = Perturbation(seed: 3).variant(of: suite.cases[1]).turns.map(\.question)
    #expect(try questions(3).suffix(1) == alone[...])
  }

  @Test func everyVariantDiffersAndKeepsExpectationAndMeaning() throws {
    let suite = try suite()
    for seed in 0..<300 as Range<UInt64> {
      for canned in suite.cases {
        let variant = Perturbation(seed: seed).variant(of: canned)
        #expect(variant.turns[0].question != canned.turns[0].question)
        #expect(variant.turns[0].expectation == canned.turns[0].expectation)
        #expect((variant.id, variant.group) == (canned.id, canned.group))
      }
      let first = try questions(seed)[0].lowercased()
      #expect(first.contains("38.5") && first.contains("not") && first.contains("you") && first.contains("all "))
    }
  }

  @Test func whatHasNothingToChangeStaysWhole() throws {
    let suite = try Sample.suite(cases: "[{id: a, why: w, question: \"\", expect: {kind: decline}}]")
    #expect(Perturbation(seed: 1).variant(of: suite.cases[0]).turns[0].question == "")
  }
}
