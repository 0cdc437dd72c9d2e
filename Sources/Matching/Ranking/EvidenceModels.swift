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
  /// The models over meaning; nil where the knowledge was compiled without an encoder.
  var encoded: EncodedModels?

  /// How much the asking sentences of a story count beside the whole.
  private static let focusShare: Float = 0.7

  /// What the models say. A long story is read twice, whole and by the part that asks (`focus`), and both count.
  func evidence(for analysis: Analysis, focus: Analysis?, encoder: QuestionEncoder?) -> Evidence {
    let whole = direct(analysis, encoder: encoder)
    guard let focus else { return whole }
    return whole.blended(with: direct(focus, encoder: encoder), share: Self.focusShare)
  }

  private func direct(_ analysis: Analysis, encoder: QuestionEncoder?) -> Evidence {
    Evidence(
      words: mask.apply(to: words(analysis), analysis: analysis),
      meaning: meaning(analysis, encoder: encoder).map { mask.apply(to: $0, analysis: analysis) },
      lexical: sections.evidence(for: ContentTerms.hashes(of: analysis)))
  }

  private func meaning(_ analysis: Analysis, encoder: QuestionEncoder?) -> ClassEvidence? {
    guard let encoded, let encoder else { return nil }
    return encoded.evidence(for: encoder.features(of: analysis), sectionCount: sections.sectionCount)
  }

  private func words(_ analysis: Analysis) -> ClassEvidence {
    let plain = flatTable.vector(FeatureExtractor.features(of: analysis, view: .plain))
    let masked = aspectTable.vector(FeatureExtractor.features(of: analysis, view: .masked))
    return ClassEvidence(
      flat: flat.probabilities(plain), aspect: aspect.probabilities(masked),
      neighbours: neighbours.similarities(plain, classCount: flat.classCount))
  }
}
