import Answering
import Foundation
import Knowledge
import Testing

@Suite struct SuiteEditorTests {
  private let flow = """
    suite: s   # the name
    about: a
    cases:
      # comment before
      - id: c
        why: 'w'
        question: "what to expect: a {kind: decline}, or?"
        expect: {kind: answer, sections: [all/symptoms], contains: ["a, b}"]}  # why so
      - {id: d, why: w, question: q, expect: {kind: answer}}

    """

  private let block = """
    suite: s
    about: a
    cases:
      - id: c
        why: w
        question: q
        expect:
          # what it is
          kind: answer   # surely
          sections:
            - all/symptoms   # first
            - aml/causes
          contains: [x]
      # between
      - id: d
        why: w
        turns:
          - question: q
          - expect:
              kind: decline
              reason: "gap:cost"
            question: r

    """

  /// The text after approving a reply of this kind, section and reason for one turn.
  private func edited(
    _ text: String, id: String = "c", turn: Int = 0, kind: String, section: String?, reason: String? = nil,
    failing: [String]
  ) throws -> String? {
    let knowledge = try FixtureKnowledge.knowledge.get()
    let suite = try #require(SuiteReader(knowledge: knowledge, log: ProblemLog()).read(text, file: "s.yaml"))
    let canned = try #require(suite.cases.first { $0.id == id })
    var reply = Sample.turn(mismatches: failing.map { ["assertion": $0, "wanted": "w", "got": "g"] })
    reply["kind"] = kind
    reply["sections"] = section.map { [["id": $0, "score": 0.9]] } ?? []
    reply["reason"] = reason
    let result = try Sample.result(id, passes: false, turns: [reply])
    let proposal = try #require(ApprovalProposal(for: canned.turns[turn], result: result.turns[0]))
    return SuiteEditor(knowledge).text(text, approving: proposal, case: id, turn: turn)
  }

  @Test func changesOneValueAndNothingElse() throws {
    let text = try edited(flow, kind: "answer", section: "all/causes", failing: ["sections"])
    #expect(text == flow.replacing("[all/symptoms]", with: "[all/causes]"))
  }

  @Test func turnsAnAnswerIntoARefusalInFlowStyle() throws {
    let text = try edited(
      flow, kind: "decline", section: nil, reason: "hole:aml/symptoms", failing: ["kind", "sections"])
    let wanted = flow.replacing(
      "{kind: answer, sections: [all/symptoms], contains: [\"a, b}\"]}",
      with: "{kind: decline, contains: [\"a, b}\"], reason: \"hole:aml/symptoms\"}")
    #expect(text == wanted)
  }

  @Test func leavesAloneWhatHolds() throws {
    let text = try edited(block, kind: "clarify", section: "aml/causes", failing: ["kind"])
    #expect(text == block.replacing("kind: answer   # surely", with: "kind: clarify   # surely"))
  }

  @Test func findsAnExpectationInsideACaseOnOneLine() throws {
    let text = try edited(flow, id: "d", kind: "smalltalk", section: nil, failing: ["kind"])
    #expect(text == flow.replacing("q, expect: {kind: answer}", with: "q, expect: {kind: smalltalk}"))
  }

  @Test func keepsCommentsAndLayoutInBlockStyle() throws {
    let text = try edited(block, kind: "answer", section: "aml/causes", failing: ["sections"])
    #expect(text == block.replacing("        - all/symptoms   # first\n", with: ""))
    let other = try edited(block, kind: "answer", section: "all/causes", failing: ["sections"])
    let items = "        - all/symptoms   # first\n        - aml/causes\n"
    #expect(other == block.replacing(items, with: "        - all/causes\n"))
  }

  @Test func turnsAnAnswerIntoARefusalInBlockStyle() throws {
    let text = try edited(block, kind: "decline", section: nil, reason: "gap:cost", failing: ["kind", "sections"])
    let wanted =
      block
      .replacing("kind: answer   # surely", with: "kind: decline   # surely")
      .replacing("      sections:\n        - all/symptoms   # first\n        - aml/causes\n", with: "")
      .replacing("      contains: [x]\n", with: "      contains: [x]\n      reason: \"gap:cost\"\n")
    #expect(text == wanted)
  }

  @Test func changesTheTurnMeant() throws {
    let text = try edited(
      block, id: "d", turn: 1, kind: "answer", section: "all/causes", failing: ["kind", "reason"])
    let wanted = block.replacing(
      "          kind: decline\n          reason: \"gap:cost\"\n",
      with: "          kind: answer\n          sections: [all/causes]\n")
    #expect(text == wanted)
  }

  @Test func leavesAFileAloneWhoseLayoutItDoesNotKnow() throws {
    let odd = block.replacing("      kind: answer   # surely\n", with: "      \"kind\": answer\n")
    #expect(try edited(odd, kind: "clarify", section: "aml/causes", failing: ["kind"]) == nil)
  }

  @Test func neverOffersToApproveSafetyOrWords() throws {
    let knowledge = try FixtureKnowledge.knowledge.get()
    let suite = try #require(SuiteReader(knowledge: knowledge, log: ProblemLog()).read(flow, file: "s.yaml"))
    func proposal(_ failing: String...) throws -> ApprovalProposal? {
      let turn = Sample.turn(
        section: "all/causes", mismatches: failing.map { ["assertion": $0, "wanted": "", "got": ""] })
      let result = try Sample.result("c", passes: false, turns: [turn])
      return ApprovalProposal(for: suite.cases[0].turns[0], result: result.turns[0])
    }
    #expect(try proposal("safety", "sections") == nil)
    #expect(try proposal("contains") == nil)
    #expect(try proposal("sections", "contains")?.remaining.map(\.assertion) == ["contains"])
  }
}
