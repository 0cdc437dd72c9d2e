internal import Knowledge

/// Turns calibration questions into cases for the ranking trainer.
struct CalibrationCases {
  let knowledge: Knowledge
  let calibration: [Utterance]
  let analyzer: Analyzer
  let models: EvidenceModels
  let candidates: CandidateBuilder
  /// The encoder, for cases that weigh meaning too.
  let encoder: QuestionEncoder?

  /// One case a question; a question whose right section the subjects rule out is left to the grid and gives none.
  func cases() -> [RankingTrainer.Case] {
    let indexes = Dictionary(
      knowledge.sections.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { first, _ in first })
    return calibration.compactMap { utterance in
      let analysis = analyzer.analyze(utterance.text)
      guard !analysis.terms.isEmpty, !analysis.isForeign else { return nil }
      let focus = QuestionFocus.asking(in: analysis)
      let evidence = models.evidence(for: analysis, focus: focus, encoder: encoder)
      let built = candidates.candidates(for: focus ?? analysis, evidence: evidence)
      let wanted: Set<Int?> = Set(
        utterance.labels.map { label in
          if case .section(let id) = label { indexes[id] } else { nil }
        })
      let right = built.indices.filter { wanted.contains(built[$0].section) }
      return right.isEmpty ? nil : RankingTrainer.Case(candidates: built, right: right)
    }
  }
}
