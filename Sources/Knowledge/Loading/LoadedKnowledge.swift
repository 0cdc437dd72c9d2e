/// A knowledge folder in memory, checked: what answers are made of, what the matcher learns from, and the fact ledger.
public struct LoadedKnowledge: Sendable {
  /// What answers are made of.
  public let knowledge: Knowledge
  /// What the matcher learns from.
  public let training: TrainingSet
  /// The fact ledger.
  public let facts: [Fact]

  /// Knowledge that was made elsewhere than in a folder.
  package init(knowledge: Knowledge, training: TrainingSet, facts: [Fact] = []) {
    self.knowledge = knowledge
    self.training = training
    self.facts = facts
  }
}
