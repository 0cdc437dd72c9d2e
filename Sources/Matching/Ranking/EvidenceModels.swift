/// The trained models that give evidence on a question.
struct EvidenceModels: Sendable {
  /// Features of the plain view.
  let flatTable: FeatureTable
  /// Sections, gaps, small talk and negatives from the plain view.
  let flat: LinearClassifier
  /// Features of the masked view.
  let aspectTable: FeatureTable
  /// Aspects and the rest from the masked view.
  let aspect: LinearClassifier
  /// Training questions, in the features of the plain view.
  let neighbours: NeighborIndex
  /// Sections as documents.
  let sections: SectionIndex
  /// What the named subjects rule out.
  let mask: SubjectMask

  /// How much the asking sentences of a story count beside the whole.
  private static let focusShare: Float = 0.7

  /// What the models say. A long story is read twice, whole and by the sentences that ask, and both count.
  func evidence(for analysis: Analysis) -> Evidence {
    let whole = direct(analysis)
    guard let focus = QuestionFocus.asking(in: analysis) else { return whole }
    return whole.blended(with: direct(focus), share: Self.focusShare)
  }

  private func direct(_ analysis: Analysis) -> Evidence {
    mask.apply(to: raw(analysis), analysis: analysis)
  }

  private func raw(_ analysis: Analysis) -> Evidence {
    let plain = flatTable.vector(FeatureExtractor.features(of: analysis, view: .plain))
    let masked = aspectTable.vector(FeatureExtractor.features(of: analysis, view: .masked))
    return Evidence(
      flat: flat.probabilities(plain), aspect: aspect.probabilities(masked),
      neighbours: neighbours.similarities(plain, classCount: flat.classCount),
      lexical: sections.evidence(for: ContentTerms.hashes(of: analysis)))
  }
}
