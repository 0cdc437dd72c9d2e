internal import Answering
internal import Matching

extension EngineReply {
  /// The reply that stands for an answer of Marrow's.
  ///
  /// Its score is the decision model's probability of the first section: of the one that is shown, or of the one that would be
  /// if nothing were declined. A takeover by the safety rules has none; it declines.
  init(_ answer: Answer) {
    let weighed = answer.explanations.first?.candidates.first { $0.section != nil }
    let shown = answer.sections.first
    let declines = answer.kind == .decline || answer.kind == .smalltalk || answer.sections.isEmpty
    self.init(
      label: shown?.section ?? weighed?.section, score: shown?.score ?? weighed?.probability ?? 0, declines: declines,
      offers: answer.kind == .clarify ? answer.sections.map(\.section) : nil)
  }
}
