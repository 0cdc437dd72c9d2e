import Answering
import Knowledge
import Matching
import Testing

@Suite struct JudgeTests {
  private let answer = Answer(
    kind: .answer, safety: .urgentFever, safetyAlso: [.minorAlone],
    sections: ["all/symptoms", "all/causes"].map { Ranked(section: $0, score: 0.9) },
    reason: .hole(subject: "aml", aspect: "symptoms"),
    parts: [AnswerPart(kind: .decline, reason: .gap("cost"))],
    blocks: [
      .notice("Not advice."), .lead("A fever of 38.5 is common."), .source("Based on a page."),
      .offers(introduction: "Ask:", [Offer(title: "Causes of ALL", section: "all/causes")]),
    ])

  private func failing(_ answer: Answer, _ change: (inout Answering.Expectation) -> Void) throws -> [String] {
    var expectation = Answering.Expectation()
    change(&expectation)
    let judge = Judge(try FixtureKnowledge.knowledge.get())
    return try judge.mismatches(of: answer, with: expectation).map(\.assertion)
  }

  private func reasons(_ written: String...) -> [ExpectedReason] { written.compactMap { ExpectedReason($0) } }

  @Test func kind() throws {
    #expect(try failing(answer) { $0.kind = .answer } == [])
    #expect(try failing(answer) { $0.kind = .decline } == ["kind"])
  }

  @Test func firstSectionIsOneOfThose() throws {
    #expect(try failing(answer) { $0.sections = ["all/causes", "all/symptoms"] } == [])
    #expect(try failing(answer) { $0.sections = ["all/causes"] } == ["sections"])
    #expect(try failing(Answer(kind: .decline, blocks: [])) { $0.sections = ["all/causes"] } == ["sections"])
  }

  @Test func allSectionsAreAmongTheFirstFour() throws {
    #expect(try failing(answer) { $0.allSections = ["all/causes", "all/symptoms"] } == [])
    #expect(try failing(answer) { $0.allSections = ["all/causes", "aml/causes"] } == ["sections_all"])
    let long = Answer(
      kind: .clarify, sections: ["a", "b", "c", "d", "e"].map { Ranked(section: $0, score: 0.2) }, blocks: [])
    #expect(try failing(long) { $0.allSections = ["d"] } == [])
    #expect(try failing(long) { $0.allSections = ["e"] } == ["sections_all"])
  }

  @Test func safety() throws {
    #expect(
      try failing(answer) { $0.safety = ExpectedSafety(classes: [.emergency, .urgentFever], acceptsNone: false) } == [])
    #expect(try failing(answer) { $0.safety = ExpectedSafety(classes: [.emergency], acceptsNone: true) } == ["safety"])
    #expect(try failing(answer) { $0.safety = ExpectedSafety(classes: [], acceptsNone: true) } == ["safety"])
    let plain = Answer(kind: .answer, blocks: [])
    #expect(try failing(plain) { $0.safety = ExpectedSafety(classes: [], acceptsNone: true) } == [])
    #expect(try failing(plain) { $0.safety = ExpectedSafety(classes: [.crisis], acceptsNone: false) } == ["safety"])
    #expect(try failing(answer) { $0.safetyAlso = ["minor-alone"] } == [])
    #expect(try failing(plain) { $0.safetyAlso = ["minor-alone"] } == ["safety_also"])
  }

  @Test func rulesThatFired() throws {
    let fired = Answer(kind: .answer, safety: .crisis, blocks: [], rule: "triage: wants-to-die, not-live")
    #expect(try failing(fired) { $0.safetyRules = ["not-live"] } == [])
    #expect(try failing(fired) { $0.safetyRules = ["not-live", "end-it"] } == ["safety_rules"])
    let plain = Answer(kind: .answer, blocks: [], rule: "the best section")
    #expect(try failing(plain) { $0.safetyRules = ["not-live"] } == ["safety_rules"])
  }

  @Test func reasonOfTheReplyOrOfAPart() throws {
    #expect(try failing(answer) { $0.reasons = reasons("hole:aml/symptoms") } == [])
    #expect(try failing(answer) { $0.reasons = reasons("off-topic", "gap:cost") } == [])
    #expect(try failing(answer) { $0.reasons = reasons("hole") } == [])
    #expect(try failing(answer) { $0.reasons = reasons("unclear") } == ["reason"])
    #expect(try failing(answer) { $0.reasons = reasons("other-subject") } == ["reason"])
    #expect(try failing(Answer(kind: .answer, blocks: [])) { $0.reasons = reasons("gap") } == ["reason"])
  }

  @Test func aReasonUnderItsOtherNameCounts() throws {
    let hole = Answer(kind: .decline, reason: .hole(subject: "aml", aspect: "symptoms"), blocks: [])
    #expect(try failing(hole) { $0.reasons = reasons("gap:aml-symptoms") } == [])
    #expect(try failing(hole) { $0.reasons = reasons("hole:all/symptoms") } == ["reason"])
    let other = Answer(kind: .decline, reason: .otherSubject("cll"), blocks: [])
    #expect(try failing(other) { $0.reasons = reasons("gap:other-cll") } == [])
    #expect(try failing(other) { $0.reasons = reasons("gap:cost") } == ["reason"])
  }

  @Test func plainTexts() throws {
    #expect(try failing(answer) { $0.contains = ["FEVER", "common"] } == [])
    #expect(try failing(answer) { $0.contains = ["fever", "rash"] } == ["contains"])
    #expect(try failing(answer) { $0.containsAny = ["rash", "fever"] } == [])
    #expect(try failing(answer) { $0.containsAny = ["rash", "cough"] } == ["contains_any"])
    #expect(try failing(answer) { $0.containsNot = ["rash"] } == [])
    #expect(try failing(answer) { $0.containsNot = ["rash", "Fever"] } == ["contains_not"])
  }

  @Test func titlesOnOfferAreNotPartOfAnAnswerButOfAClarify() throws {
    #expect(try failing(answer) { $0.contains = ["causes"] } == ["contains"])
    #expect(try failing(answer) { $0.containsNot = ["causes"] } == [])
    let clarify = Answer(kind: .clarify, blocks: answer.blocks)
    #expect(try failing(clarify) { $0.contains = ["causes"] } == [])
  }

  @Test func patterns() throws {
    let pattern = try #require(BoundedPattern("\\bFEVER of \\d+"))
    let other = try #require(BoundedPattern("^rash"))
    #expect(try failing(answer) { $0.matches = [pattern] } == [])
    #expect(try failing(answer) { $0.matches = [pattern, other] } == ["matches"])
  }

  @Test func sourceAndDisclaimer() throws {
    let bare = Answer(kind: .answer, blocks: [.lead("x")])
    #expect(try failing(answer) { ($0.source, $0.disclaimer) = (true, true) } == [])
    #expect(try failing(bare) { ($0.source, $0.disclaimer) = (false, false) } == [])
    #expect(try failing(bare) { ($0.source, $0.disclaimer) = (true, true) } == ["source", "disclaimer"])
    #expect(try failing(answer) { ($0.source, $0.disclaimer) = (false, false) } == ["source", "disclaimer"])
  }

  @Test func aPatternThatWouldRunForEverIsGivenUp() throws {
    let pattern = try #require(BoundedPattern("(a+)+$"))
    #expect(throws: BoundedPattern.TooCostly.self) { try pattern.matches(String(repeating: "a", count: 60) + "b") }
    #expect(try pattern.matches("baaa"))
    #expect(BoundedPattern("(") == nil)
    #expect(BoundedPattern(String(repeating: "a", count: 1_001)) == nil)
  }

  @Test func aPatternIsFoundAtTheEndOfALongText() throws {
    let pattern = try #require(BoundedPattern("needle$"))
    #expect(try pattern.matches(String(repeating: "hay ", count: 50_000) + "needle"))
    #expect(try !pattern.matches(String(repeating: "hay ", count: 50_000)))
  }
}
