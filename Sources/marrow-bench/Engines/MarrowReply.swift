internal import Answering
internal import Matching

extension EngineReply {
  /// The reply that stands for an answer of Marrow's.
  ///
  /// Its score is the decision model's probability of the first section: of the one that is shown, or of the one that would be
  /// if nothing were declined. Where the safety rules or the conversation chose the section there is no such probability, and
  /// the reply counts as the least sure. A takeover by the safety rules declines.
  init(_ answer: Answer) {
    let weighed = answer.explanations.first?.candidates.first { $0.section != nil }
    let shown = answer.sections.first
    let declines = answer.kind == .decline || answer.kind == .smalltalk || answer.sections.isEmpty
    self.init(
      label: shown?.section ?? weighed?.section,
      score: answer.explanations.isEmpty ? 0 : shown?.score ?? weighed?.probability ?? 0, declines: declines,
      offers: answer.kind == .clarify ? answer.sections.map(\.section) : nil)
  }
}
