import Answering
import Foundation
import Knowledge
import Testing

@Suite struct SuiteReaderTests {
  private let head = "suite: s\nabout: a\n"

  private func read(_ text: String) throws -> (suite: Suite?, problems: [String]) {
    let log = ProblemLog()
    let suite = SuiteReader(knowledge: try FixtureKnowledge.knowledge.get(), log: log).read(text, file: "suites/s.yaml")
    return (suite, log.problems.map(\.description))
  }

  private func problems(ofExpect expect: String) throws -> [String] {
    try read(head + "cases:\n  - id: c\n    why: w\n    question: q\n    expect: {\(expect)}\n").problems
  }

  @Test func readsEveryKey() throws {
    let (suite, problems) = try read(
      """
      suite: s
      about: a
      floors: {default: 0.9, trap: 1, perturbed: 0.5}
      cases:
        - id: c
          why: w
          class: trap
          question: "what, then?"
          expect:
            kind: answer
            sections: [all/symptoms, all/causes]
            sections_all: [all/symptoms]
            safety: [emergency, null]
            safety_also: [minor-alone]
            contains: [fever]
            contains_any: [gums, teeth]
            contains_not: gene
            matches: ['\\bfever\\b']
            source: true
            disclaimer: false
        - id: d
          why: w
          turns:
            - question: one
            - question: ""
              expect: {kind: decline, reason: "hole:aml/symptoms", safety: null}
      """)
    #expect(problems == [])
    let expectation = try #require(suite?.cases.first?.turns.first?.expectation)
    #expect(expectation.kind == .answer)
    #expect(expectation.sections == ["all/symptoms", "all/causes"])
    #expect(expectation.safety == ExpectedSafety(classes: [.emergency], acceptsNone: true))
    #expect(expectation.containsNot == ["gene"])
    #expect(expectation.matches.map(\.written) == ["\\bfever\\b"])
    #expect(expectation.source == true)
    #expect(expectation.disclaimer == false)
    let turns = try #require(suite?.cases.last?.turns)
    #expect(turns.map(\.question) == ["one", ""])
    #expect(turns[0].expectation == nil)
    #expect(turns[1].expectation?.reasons.map(\.written) == ["hole:aml/symptoms"])
    #expect(turns[1].expectation?.safety == ExpectedSafety(classes: [], acceptsNone: true))
    #expect(suite?.floors.floor(of: "trap") == 1)
    #expect(suite?.cases.map(\.group) == ["trap", "default"])
  }

  @Test(arguments: [
    ("kind: answers", "suites/s.yaml:7: kind: there is no kind \"answers\""),
    ("sections: [all/symptom]", "suites/s.yaml:7: sections: there is no section \"all/symptom\""),
    ("sections_all: [x/y]", "suites/s.yaml:7: sections_all: there is no section \"x/y\""),
    ("reason: \"gap:price\"", "suites/s.yaml:7: reason: there is no gap \"price\""),
    ("reason: \"hole:cml/symptoms\"", "suites/s.yaml:7: reason: there is no subject \"cml\""),
    ("reason: \"hole:aml/looks\"", "suites/s.yaml:7: reason: there is no aspect \"looks\""),
    ("reason: \"other-subject:cml\"", "suites/s.yaml:7: reason: there is no subject \"cml\""),
    ("reason: bored", "suites/s.yaml:7: reason: there is no reason \"bored\""),
    ("safety: urgent", "suites/s.yaml:7: safety: there is no safety class \"urgent\""),
    ("safety_also: [urgent]", "suites/s.yaml:7: safety_also: there is no safety class \"urgent\""),
    ("matches: ['(a']", "suites/s.yaml:7: matches: \"(a\" is no valid regular expression"),
    ("source: perhaps", "suites/s.yaml:7: source: expected true or false"),
    ("kind: decline, sections: [all/causes]", "suites/s.yaml:7: sections: a reply of this kind has no sections"),
    ("kind: answer, text: x", "suites/s.yaml:7: text: unknown key"),
    ("", "suites/s.yaml:4: expect: nothing is expected"),
  ])
  func refusesABrokenExpectationByFileLineAndKey(expect: String, problem: String) throws {
    let found = try problems(ofExpect: expect)
    #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
  }

  @Test(arguments: [
    ("cases:\n  - id: c\n    why: w\n    expect: {kind: answer}", "suites/s.yaml:4: question: is missing"),
    ("cases:\n  - id: c\n    why: w\n    question: q", "suites/s.yaml:4: expect: nothing is expected"),
    ("cases:\n  - id: c\n    why: w\n    turns: [{question: q}]", "suites/s.yaml:4: expect: nothing is expected"),
    ("cases:\n  - id: c\n    why: w\n    turns: [{expect: {kind: answer}}]", "suites/s.yaml:6: question: is missing"),
    (
      "cases:\n  - id: c\n    why: w\n    question:\n    expect: {kind: answer}",
      "suites/s.yaml:6: question: is missing"
    ),
    (
      "cases:\n  - id: c\n    why: w\n    question: q\n    turns: [{question: q, expect: {kind: answer}}]",
      "suites/s.yaml:7: turns: a case has either"
    ),
    ("cases:\n  - why: w\n    question: q\n    expect: {kind: answer}", "suites/s.yaml:4: id: is missing"),
    ("cases:\n  - id: c\n    question: q\n    expect: {kind: answer}", "suites/s.yaml:4: why: is missing"),
    ("cases:\n  - id: a b\n    why: w\n    question: q\n    expect: {kind: answer}", "suites/s.yaml:4: id: expected"),
    (
      "cases:\n  - id: c\n    why: w\n    class: perturbed\n    question: q\n    expect: {kind: answer}",
      "suites/s.yaml:6: class: \"perturbed\" is the name of a floor"
    ),
    ("floors: {default: 95}\ncases: []", "suites/s.yaml:3: default: expected a share"),
    ("floors: {default: most}\ncases: []", "suites/s.yaml:3: default: expected a number"),
    (
      "floors: {trapp: 0.9}\ncases:\n  - id: c\n    why: w\n    question: q\n    expect: {kind: answer}",
      "suites/s.yaml:3: trapp: no case of the suite is of this class"
    ),
    ("case: []", "suites/s.yaml:3: case: unknown key"), ("cases: x", "suites/s.yaml:3: cases: expected a list"),
    ("cases: [", "suites/s.yaml:"),
  ])
  func refusesABrokenFileByLineAndKey(rest: String, problem: String) throws {
    let found = try read(head + rest + "\n").problems
    #expect(found.contains { $0.hasPrefix(problem) }, "\(found)")
  }

  @Test func refusesAFileThatIsNoMapping() throws {
    #expect(try read("").problems.count == 1)
    #expect(try read("- a\n").problems.count == 1)
    #expect(try read("about: a\n").problems == ["suites/s.yaml:1: suite: is missing or empty"])
  }
}
