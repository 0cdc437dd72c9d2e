import Answering
import Foundation
import Knowledge
import Synchronization
import Testing

@Suite struct SuiteRunnerTests {
  private let cases = """
    [{id: right, why: w, question: what are the symptoms of ALL, expect: {kind: answer, sections: [all/symptoms], source: true}},
     {id: wrong, why: w, question: what causes AML, expect: {kind: answer, sections: [all/causes]}},
     {id: thanks, why: w, question: thank you, expect: {kind: smalltalk}},
     {id: hole, why: w, question: what are the symptoms of AML, expect: {kind: decline, reason: "hole:aml/symptoms"}},
     {id: talk, why: w, turns: [{question: what causes ALL}, {question: what causes AML, expect: {sections: [aml/causes]}}]},
     {id: costly, why: w, question: what causes AML, expect: {matches: ['([a-z ]+)+#']}}]
    """

  private func run(_ perturbation: Perturbation? = nil) throws -> (suite: Suite, result: SuiteResult) {
    let suite = try Sample.suite(floors: "{default: 0.5}", cases: cases)
    let results = SuiteRunner(try FixtureKnowledge.responder.get()).run([suite], perturbation: perturbation)
    return (suite, results[0])
  }

  @Test func givesVerdictsInFileOrder() throws {
    let result = try run().result
    #expect(result.cases.map(\.id) == ["right", "wrong", "thanks", "hole", "talk", "costly"])
    #expect(result.cases.map(\.verdict) == [.passed, .failed, .passed, .passed, .passed, .error])
    #expect(result.holds)
    #expect(result.cases[4].turns.count == 2)
  }

  @Test func saysWhatWasWantedWhatCameAndByWhichRule() throws {
    let wrong = try run().result.cases[1]
    #expect(
      wrong.turns[0].mismatches.map { [$0.assertion, $0.wanted, $0.got] } == [["sections", "all/causes", "aml/causes"]])
    #expect(wrong.turns[0].confusion?.wanted == "all/causes")
    #expect(wrong.turns[0].confusion?.got == "aml/causes")
    let text = FailureText.lines(of: wrong).map(\.text)
    #expect(text.contains("asked  what causes AML"))
    #expect(text.contains("- sections: all/causes"))
    #expect(text.contains("+ sections: aml/causes"))
    let rule = try #require(text.last)
    #expect(rule.hasPrefix("rule   aml/causes is the most likely reading; aml/causes "))
    #expect(rule.contains("runner-up") && rule.contains("margin"))
  }

  @Test func runsGiveTheSameBytes() throws {
    let reports = try (0..<2).map { _ in
      let (suite, result) = try run()
      let perturbed = CheckReport.PerturbedRun(seed: 9, suites: [try run(Perturbation(seed: 9)).result])
      let coverage = Coverage(of: [suite], results: [result], knowledge: try FixtureKnowledge.knowledge.get())
      return try JSONReport.render(
        CheckReport(suites: [result], perturbed: perturbed, coverage: coverage, knowledge: "k", model: "m"))
    }
    #expect(reports[0] == reports[1])
  }

  @Test func reportsProgressToTheEnd() throws {
    let seen = Mutex<[Int]>([])
    _ = SuiteRunner(try FixtureKnowledge.responder.get()).run([try Sample.suite(cases: cases)]) { done, _ in
      seen.withLock { $0.append(done) }
    }
    #expect(seen.withLock { $0.sorted() } == Array(1...6))
  }

  @Test func coverageNamesWhatNoCaseTouches() throws {
    let (suite, result) = try run()
    let coverage = Coverage(of: [suite], results: [result], knowledge: try FixtureKnowledge.knowledge.get())
    let untouched = Dictionary(uniqueKeysWithValues: coverage.parts.map { ($0.name, $0.untouched) })
    #expect(untouched["sections"] == [])
    #expect(untouched["gaps"] == ["cost", "other-cll"])
    #expect(untouched["kinds of small talk"] == ["greeting"])
    #expect(untouched["safety classes"] == SafetyClass.allCases.map(\.rawValue))
  }
}
