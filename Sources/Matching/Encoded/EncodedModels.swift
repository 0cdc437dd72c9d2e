/// The models over the encoder's features: the same two classifiers as over words, and what is near in meaning.
struct EncodedModels: Sendable {
  /// Sections, gaps, small talk and negatives.
  let flat: LinearClassifier
  /// Aspects and the rest.
  let aspect: LinearClassifier
  /// Training questions by flat class.
  let questions: EncodedIndex
  /// Sentences of the sections, by section.
  let sentences: EncodedIndex
  /// The text of each question in the index, for explanations.
  let texts: [String]

  /// What the models say.
  func evidence(for features: EncodedFeatures, sectionCount: Int) -> ClassEvidence {
    let similarities = questions.similarities(features.direction)
    return ClassEvidence(
      flat: flat.probabilities(features.vector), aspect: aspect.probabilities(features.vector),
      neighbours: questions.nearest(similarities, classCount: flat.classCount),
      sentences: sentences.nearest(sentences.similarities(features.direction), classCount: sectionCount))
  }
}
