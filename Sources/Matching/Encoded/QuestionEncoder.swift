internal import Encoding
internal import Knowledge

/// Turns an analysed question into the encoder's features: the direction of its masked text, and which subjects it names.
struct QuestionEncoder: Sendable {
  private let encoder: SentenceEncoder
  private let subjects: SubjectFeatures

  init(_ encoder: SentenceEncoder, subjects: SubjectFeatures) {
    self.encoder = encoder
    self.subjects = subjects
  }

  /// The features, from one pass of the encoder (some milliseconds).
  func features(of analysis: Analysis) -> EncodedFeatures {
    let direction = encoder.encode(MaskedText.of(analysis))
    return EncodedFeatures(direction: direction, vector: subjects.vector(direction, analysis))
  }
}
