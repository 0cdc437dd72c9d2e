/// A reply with how sure the engine was of it, and whether it is right to give it.
package struct ScoredReply: Sendable, Equatable {
  /// Higher is surer; what it counts is the engine's own affair.
  package let score: Double
  /// True where the message has an answer and this is one; false for every answer to a message that should be declined.
  package let isRight: Bool

  package init(score: Double, isRight: Bool) {
    self.score = score
    self.isRight = isRight
  }
}
