/// What a message sounds like, by comparison with examples of every safety class.
public struct DangerEstimate: Sendable, Equatable {
  /// The likeliest safety class, as its file of examples is named.
  public let label: String
  /// Probability that the message belongs to some class, 0 to 1.
  public let probability: Double
  /// The share of ``label`` among the classes, 0 to 1.
  public let share: Double
  /// How many words the message has.
  public let words: Int
}
