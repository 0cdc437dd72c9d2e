internal import Encoding
internal import Knowledge

/// Turns an analysed question into the encoder's features: the direction of its masked text, and which subjects it names.
struct QuestionEncoder: Sendable {
  private let encoder: SentenceEncoder
  private let subjects: SubjectFeatures
  private let memo = DirectionMemo()

  init(_ encoder: SentenceEncoder, subjects: SubjectFeatures) {
    self.encoder = encoder
    self.subjects = subjects
  }

  /// The features, from one pass of the encoder (some milliseconds) where the text is not one of the last few.
  func features(of analysis: Analysis) -> EncodedFeatures {
    let direction = memo.direction(of: MaskedText.of(analysis), encode: encoder.encode)
    return EncodedFeatures(direction: direction, vector: subjects.vector(direction, analysis))
  }
}
