internal import Knowledge
internal import Matching

/// What a conversation remembers of an answer.
struct StateUpdate {
  let knowledge: Knowledge
  let planner: OfferPlanner

  /// The state after an answer. Small talk leaves what was spoken of as it is; a refusal keeps the last section, so that one
  /// can go on from there.
  func apply(_ answer: Answer, _ analysis: Analysis, to state: ConversationState) -> ConversationState {
    var next = state
    if answer.kind == .smalltalk { return next }
    if let subject = subject(of: answer, analysis) { next.subject = subject }
    if let aspect = aspect(of: answer) { next.aspect = aspect }
    next.isClarifying = answer.kind == .clarify
    next.choices = choices(after: answer)
    if answer.kind == .answer { next.sections = answer.sections.map(\.section) }
    if answer.kind == .clarify { next.sections = [] }
    return next
  }

  /// Parts of an umbrella section in the order its text lists them, otherwise what was offered.
  private func choices(after answer: Answer) -> [String] {
    let parts = answer.kind == .answer ? answer.sections.first.map { planner.parts(of: $0.section) } ?? [] : []
    return parts.isEmpty ? answer.offers.map(\.section) : parts
  }

  private func subject(of answer: Answer, _ analysis: Analysis) -> String? {
    if case .hole(let subject, _)? = answer.reason, answer.kind == .decline { return subject }
    if answer.kind == .answer, let section = answer.sections.first?.section,
      let document = knowledge.section(section)?.document
    {
      let subject = knowledge.document(document)?.subject
      return analysis.maskedSubjects.contains(subject ?? "") ? subject : nil
    }
    return analysis.rivals.count == 1 ? analysis.rivals[0] : nil
  }

  private func aspect(of answer: Answer) -> String? {
    if case .hole(_, let aspect)? = answer.reason, answer.kind == .decline { return aspect }
    return answer.sections.first.flatMap { knowledge.section($0.section)?.aspect }
  }
}
