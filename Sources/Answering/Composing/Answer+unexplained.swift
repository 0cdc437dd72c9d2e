internal import Matching

extension Answer {
  /// The same answer with no more of its explanations than the sections that came nearest, for keeping.
  package var unexplained: Answer {
    Answer(
      kind: kind, safety: safety, safetyAlso: safetyAlso, sections: sections, reason: reason, parts: parts,
      blocks: blocks, offers: offers, explanations: explanations.map(\.brief))
  }
}
