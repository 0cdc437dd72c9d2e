/// A knowledge folder in memory, checked: what answers are made of, what the matcher learns from, and the fact ledger.
public struct LoadedKnowledge: Sendable {
  /// What answers are made of.
  public let knowledge: Knowledge
  /// What the matcher learns from.
  public let training: TrainingSet
  /// The fact ledger.
  public let facts: [Fact]
}
