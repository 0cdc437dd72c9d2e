/// Everything the models say about one question, before it is weighed.
struct Evidence {
  /// What the words say.
  let words: ClassEvidence
  /// What the encoder says; nil without one.
  let meaning: ClassEvidence?
  /// What the section index says.
  let lexical: SectionIndex.Evidence
  /// Probability of each flat class in the mean of both views.
  let flat: [Float]
  /// Probability of each aspect class in the mean of both views.
  let aspect: [Float]

  init(words: ClassEvidence, meaning: ClassEvidence?, lexical: SectionIndex.Evidence) {
    self.words = words
    self.meaning = meaning
    self.lexical = lexical
    flat = meaning.map { ClassEvidence.mean(words.flat, $0.flat, share: 0.5) } ?? words.flat
    aspect = meaning.map { ClassEvidence.mean(words.aspect, $0.aspect, share: 0.5) } ?? words.aspect
  }

  /// Two readings of one question, `other` counting by `share`. What is covered is judged by `other` alone: the rest of a story
  /// is not asked for.
  func blended(with other: Evidence, share: Float) -> Evidence {
    let meanings = meaning.flatMap { first in other.meaning.map { first.blended(with: $0, share: share) } }
    return Evidence(words: words.blended(with: other.words, share: share), meaning: meanings, lexical: other.lexical)
  }
}
