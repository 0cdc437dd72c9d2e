internal import Encoding
internal import Knowledge

/// Turns an analysed question into the encoder's features: the direction of its masked text, and which subjects it names.
struct QuestionEncoder: Sendable {
  private let encoder: SentenceEncoder
  private let subjects: SubjectFeatures
  private let memo = DirectionMemo()
  /// Directions that a compilation has computed already; nil while questions are answered.
  private let known: EncodedTexts?

  init(_ encoder: SentenceEncoder, subjects: SubjectFeatures, known: EncodedTexts? = nil) {
    self.encoder = encoder
    self.subjects = subjects
    self.known = known
  }

  /// The features, from one pass of the encoder (some milliseconds) where the text is not one of the last few.
  func features(of analysis: Analysis) -> EncodedFeatures {
    let text = MaskedText.of(analysis)
    let direction = known?[text]?.direction ?? memo.direction(of: text, encode: encoder.encode)
    return EncodedFeatures(direction: direction, vector: subjects.vector(direction, analysis))
  }
}
