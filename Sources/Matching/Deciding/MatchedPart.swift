/// One part of a question with what it came to.
public struct MatchedPart: Sendable {
  /// What it came to.
  public let outcome: MatchOutcome
  /// Why.
  public let explanation: Explanation
  /// Subject the part is about, named or implied; nil where there is none or there are several.
  public let subject: String?

  /// The same part with another outcome.
  func replacing(_ outcome: MatchOutcome) -> MatchedPart {
    MatchedPart(outcome: outcome, explanation: explanation, subject: subject)
  }
}
