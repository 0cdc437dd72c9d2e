/// Everything the models say about one question, before it is weighed.
struct Evidence {
  /// Probability of each flat class: sections, gaps, small talk, negatives.
  var flat: [Float]
  /// Probability of each aspect class, from text with the subjects masked.
  var aspect: [Float]
  /// Cosine with the nearest training question of each flat class.
  var neighbours: [Float]
  /// What the section index says.
  var lexical: SectionIndex.Evidence

  /// The mean of two views of one question, `other` counting by `share`. What is covered is judged by `other` alone: the rest
  /// of a story is not asked for.
  func blended(with other: Evidence, share: Float) -> Evidence {
    func mix(_ first: [Float], _ second: [Float]) -> [Float] {
      zip(first, second).map { $0 * (1 - share) + $1 * share }
    }
    return Evidence(
      flat: mix(flat, other.flat), aspect: mix(aspect, other.aspect),
      neighbours: zip(neighbours, other.neighbours).map { max($0, $1) },
      lexical: other.lexical)
  }
}
