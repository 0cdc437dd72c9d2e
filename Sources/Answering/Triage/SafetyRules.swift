/// Everything triage needs to judge a message: cues, numbers, spelling and rules.
///
/// Plain data: decoded from `Knowledge/safety`, and stored in the compiled knowledge as it is.
public struct SafetyRules: Sendable, Equatable, Codable {
  /// Named lists of phrases.
  public let cues: [CueSet]
  /// Named numbers.
  public let numbers: [NumberCue]
  /// Words that are read through misspellings.
  public let spelling: SpellingGuard
  /// The rules, flag rules among them, in file order.
  public let rules: [TriageRule]

  /// Makes a rule set from its parts.
  public init(cues: [CueSet], numbers: [NumberCue] = [], spelling: SpellingGuard = SpellingGuard(), rules: [TriageRule])
  {
    self.cues = cues
    self.numbers = numbers
    self.spelling = spelling
    self.rules = rules
  }
}
