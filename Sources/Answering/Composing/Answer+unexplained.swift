extension Answer {
  /// The same answer without its explanations, for keeping.
  package var unexplained: Answer {
    Answer(
      kind: kind, safety: safety, safetyAlso: safetyAlso, sections: sections, reason: reason, parts: parts,
      blocks: blocks, offers: offers)
  }
}
