internal import Foundation

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
  /// The text of each question in the index, a line each, for explanations; of a compiled file it is mapped, not copied.
  let texts: Data

  /// The text of a question in the index. O(length of all texts).
  func text(of question: Int) -> String {
    let lines = texts.split(separator: UInt8(ascii: "\n"), maxSplits: question + 1, omittingEmptySubsequences: false)
    return question < lines.count ? String(decoding: lines[question], as: UTF8.self) : ""
  }

  /// Near questions that an explanation names.
  private static let named = 3

  /// What the models say.
  func evidence(for features: EncodedFeatures, sectionCount: Int) -> ClassEvidence {
    let similarities = questions.similarities(features.direction)
    return ClassEvidence(
      flat: flat.probabilities(features.vector), aspect: aspect.probabilities(features.vector),
      neighbours: questions.nearest(similarities, classCount: flat.classCount),
      sentences: sentences.nearest(sentences.similarities(features.direction), classCount: sectionCount),
      nearest: similarities.indexesOfLargest(Self.named).map {
        NearQuestion(question: $0, similarity: similarities[$0])
      })
  }
}
