/// One rule that fired, with the words that made it fire.
public struct Finding: Sendable, Equatable {
  /// The class it raises.
  public let safetyClass: SafetyClass
  /// The id of the rule in `Knowledge/safety/rules-*.yaml`.
  public let rule: String
  /// Which fixed reply of the class suits, such as `bleeding`; `nil` means the general one.
  public let situation: String?
  /// The tokens that matched, one span for each required cue, in the order the rule names them.
  public let spans: [TokenSpan]

  /// Makes a finding from its parts.
  public init(safetyClass: SafetyClass, rule: String, situation: String?, spans: [TokenSpan]) {
    self.safetyClass = safetyClass
    self.rule = rule
    self.situation = situation
    self.spans = spans
  }
}
