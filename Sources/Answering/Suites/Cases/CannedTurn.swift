package import Knowledge

/// One question of a case.
package struct CannedTurn: Sendable, Equatable {
  /// The question as a person would type it.
  package let question: String
  /// What must hold of the reply; nil for a turn that only leads to the next one.
  package let expectation: Expectation?
  /// Where its expectation stands, or the turn where it has none.
  package let place: SourcePlace
}
