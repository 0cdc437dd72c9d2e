/// What a suite would have to expect for a reply to be right: a person decides whether it is.
///
/// Only what a reply is can be approved: kind, sections and reason. Safety is never approved this way, since a rule
/// that stops firing must not become the expectation by a keystroke; words are edited by hand.
package struct ApprovalProposal: Sendable, Equatable {
  /// Keys to change.
  package let changes: [ExpectationChange]
  /// The expectation with these changes.
  package let expectation: Expectation
  /// What fails all the same.
  package let remaining: [Mismatch]

  /// A proposal for a question that went wrong; nil where nothing in it can be approved.
  package init?(for turn: CannedTurn, result: TurnResult) {
    guard var expected = turn.expectation, !result.mismatches.contains(where: \.isAboutSafety) else { return nil }
    let failed = Set(result.mismatches.map(\.assertion))
    guard !failed.isDisjoint(with: Self.approvable) else { return nil }
    let come = result.sections.map(\.id)
    if failed.contains("kind") { expected.kind = result.kind }
    if failed.contains("sections") || (expected.sections.isEmpty && expected.kind == .answer) {
      expected.sections = Array(come.prefix(1))
    }
    if failed.contains("sections_all") { expected.allSections = Array(come.prefix(Judge.sectionsLooked)) }
    if failed.contains("reason") || (expected.reasons.isEmpty && expected.kind == .decline) {
      expected.reasons = [result.reason.flatMap { ExpectedReason($0) }].compactMap(\.self)
    }
    let changes = Self.changes(from: turn.expectation, to: expected)
    if changes.isEmpty { return nil }
    self.changes = changes
    expectation = expected
    remaining = result.mismatches.filter { !Self.approvable.contains($0.assertion) }
  }

  private static let approvable: Set<String> = ["kind", "sections", "sections_all", "reason"]

  private static func changes(from old: Expectation?, to new: Expectation) -> [ExpectationChange] {
    let before = values(of: old ?? Expectation())
    return zip(before, values(of: new)).filter { $0 != $1 }.map { $1 }
  }

  private static func values(of expectation: Expectation) -> [ExpectationChange] {
    let kind = expectation.kind.map { [$0.rawValue] } ?? []
    return [
      ExpectationChange(key: "kind", values: kind), ExpectationChange(key: "sections", values: expectation.sections),
      ExpectationChange(key: "sections_all", values: expectation.allSections),
      ExpectationChange(key: "reason", values: expectation.reasons.map(\.written)),
    ]
  }
}

extension Mismatch {
  fileprivate var isAboutSafety: Bool { assertion.hasPrefix("safety") }
}
