public import Knowledge

/// Knowledge with the models trained on it: all that a ``Matcher`` needs.
public struct CompiledKnowledge: Sendable {
  /// What answers are made of.
  public let knowledge: Knowledge

  let lexicon: Lexicon
  let classes: ClassTable
  let models: EvidenceModels
  let ranking: RankingModel
}
