/// How the reply to one question of a case came out.
package struct TurnResult: Sendable, Codable, Equatable {
  /// A section of the reply.
  package struct Place: Sendable, Codable, Equatable {
    /// Its id.
    package let id: String
    /// Calibrated probability, four decimals.
    package let score: Double
  }

  /// The question as it was asked.
  package let question: String
  /// What does not hold; empty where the reply is as expected.
  package let mismatches: [Mismatch]
  /// What the reply is.
  package let kind: AnswerKind
  /// Sections of the reply, best first.
  package let sections: [Place]
  /// Why it, or its first declined part, is declined.
  package let reason: String?
  /// The highest safety class that fired.
  package let safety: String?
  /// The rule that decided.
  package let rule: String
  /// What would have come second: a section or `decline`; nil where nothing was weighed.
  package let runnerUp: Place?
  /// Probability of the best reaction less that of the second, four decimals; nil where nothing was weighed.
  package let margin: Double?
  /// Kind of small talk of the reply.
  package let smalltalk: String?
  /// What was wanted and came instead, where the wrong thing was said and not only the wrong words.
  package let confusion: Confusion?
}
