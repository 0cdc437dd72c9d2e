public import Knowledge

/// Knowledge with the models trained on it: all that a ``Matcher`` needs.
public struct CompiledKnowledge: Sendable {
  /// What answers are made of.
  public let knowledge: Knowledge

  /// What stages after matching keep beside it, by name; they are compiled and cached together with the knowledge.
  public var attachments: [String: [UInt8]] = [:]

  let lexicon: Lexicon
  let classes: ClassTable
  let models: EvidenceModels
  let ranking: RankingModel

  init(
    knowledge: Knowledge, lexicon: Lexicon, classes: ClassTable, models: EvidenceModels, ranking: RankingModel
  ) {
    self.knowledge = knowledge
    self.lexicon = lexicon
    self.classes = classes
    self.models = models
    self.ranking = ranking
  }
}
