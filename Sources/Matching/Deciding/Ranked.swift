/// A section as an answer or a reading: how sure the matcher is, and which of its sentences answer.
public struct Ranked: Sendable, Equatable {
  /// The section.
  public let section: String
  /// Calibrated probability that it is what was asked for, 0 to 1.
  public let score: Double
  /// Indexes of the sentences that answer, best first; empty where no sentence stands out.
  public let sentences: [Int]

  /// A ranked section.
  public init(section: String, score: Double, sentences: [Int] = []) {
    self.section = section
    self.score = score
    self.sentences = sentences
  }
}
