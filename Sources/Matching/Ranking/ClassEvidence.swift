/// What one view of a question, its words or its meaning, says about the classes.
struct ClassEvidence {
  /// Probability of each flat class: sections, gaps, small talk, negatives.
  var flat: [Float]
  /// Probability of each aspect class, with the subjects masked.
  var aspect: [Float]
  /// Cosine with the nearest training question of each flat class.
  var neighbours: [Float]
  /// Cosine with the nearest sentence of each section; empty where the view has none.
  var sentences: [Float] = []
  /// The nearest training questions, for explanations; empty where the view has none.
  var nearest: [NearQuestion] = []

  /// The mean of two readings of one question, `other` counting by `share`; of cosines the higher one.
  func blended(with other: ClassEvidence, share: Float) -> ClassEvidence {
    ClassEvidence(
      flat: Self.mean(flat, other.flat, share: share), aspect: Self.mean(aspect, other.aspect, share: share),
      neighbours: zip(neighbours, other.neighbours).map { max($0, $1) },
      sentences: zip(sentences, other.sentences).map { max($0, $1) },
      nearest: other.nearest.isEmpty ? nearest : other.nearest)
  }

  /// Number by number, `other` counting by `share`.
  static func mean(_ first: [Float], _ other: [Float], share: Float) -> [Float] {
    zip(first, other).map { $0 * (1 - share) + $1 * share }
  }
}
