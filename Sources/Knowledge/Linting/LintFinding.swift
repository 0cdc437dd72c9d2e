/// One thing lint found.
public struct LintFinding: Sendable, Codable, Equatable, CustomStringConvertible {
  /// The rule that found it.
  public let rule: LintRule
  /// Where it stands.
  public let place: SourcePlace
  /// What was found and what to do.
  public let message: String

  /// A finding at a place.
  public init(_ rule: LintRule, at place: SourcePlace, _ message: String) {
    self.rule = rule
    self.place = place
    self.message = message
  }

  /// `gaps/cost.yaml: warning: has 5 ways of asking; 8 are wanted [few-gap-questions]`
  public var description: String { "\(place): \(rule.severity.rawValue): \(message) [\(rule.rawValue)]" }
}
