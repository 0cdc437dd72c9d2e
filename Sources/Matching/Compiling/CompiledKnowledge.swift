internal import Encoding
public import Knowledge

/// Knowledge with the models trained on it: all that a ``Matcher`` needs.
public struct CompiledKnowledge: Sendable {
  /// What answers are made of.
  public let knowledge: Knowledge

  let lexicon: Lexicon
  let classes: ClassTable
  /// Picks the sentences of a section that answer.
  let sentences: SentenceRanker
  let models: EvidenceModels
  /// Senses danger; nil where the folder has no examples of it.
  let danger: DangerModel?
  /// Weighs what the words say.
  let ranking: RankingModel
  /// Weighs words and meaning; the same as ``ranking`` where no encoder was there to compile with.
  let fusedRanking: RankingModel

  /// The encoder with what it needs to know of the subjects; nil where the models have no use for it.
  func questionEncoder(_ encoder: SentenceEncoder?) -> QuestionEncoder? {
    guard let encoder, models.encoded != nil else { return nil }
    return QuestionEncoder(
      encoder, subjects: SubjectFeatures(knowledge: knowledge, dimensions: encoder.dimensions))
  }
}
