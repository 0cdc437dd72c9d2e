/// One rule: cues that must meet, and what then holds.
public struct TriageRule: Sendable, Equatable, Codable {
  /// How close the cues must stand.
  public enum Scope: String, Sendable, Codable, CaseIterable {
    /// In one clause.
    case clause
    /// In one sentence; the default.
    case sentence
    /// In one sentence or in two that follow one another.
    case neighbours
    /// Anywhere in the message.
    case text
  }

  /// Unique name, shown by `--why` and in the clinician's page.
  public let id: String
  /// The class it raises; exactly one of `raises` and `sets` is given.
  public let raises: SafetyClass?
  /// The context flag it sets.
  public let sets: ContextFlag?
  /// Which fixed reply of the class suits; `nil` means the general one.
  public let situation: String?
  /// Ids of the sources it rests on.
  public let sources: [String]
  /// How close the cues must stand; `sentence` when left out.
  public let scope: Scope?
  /// Cues of which every one must match; `a|b` takes either. The first is the anchor, from which closeness is
  /// measured. `$in-treatment`, `$after-transplant` and `$minor` ask for a flag (of this message or remembered),
  /// `$subject:all` for a subject of the analysis.
  public let all: [String]
  /// Cues that silence the rule from the sentence of the anchor.
  public let unless: [String]?
  /// Cues that silence the rule from anywhere in the message.
  public let unlessAnywhere: [String]?
  /// Cues whose words do not count: a match of a required cue that touches such words is dropped.
  public let mask: [String]?
  /// Messages that must make this very rule fire: the mutation check, and examples for the reviewer.
  public let examples: [String]

  /// Makes a rule from its parts.
  public init(
    id: String, raises: SafetyClass? = nil, sets: ContextFlag? = nil, situation: String? = nil, sources: [String],
    scope: Scope? = nil, all: [String], unless: [String]? = nil, unlessAnywhere: [String]? = nil,
    mask: [String]? = nil, examples: [String] = []
  ) {
    self.id = id
    self.raises = raises
    self.sets = sets
    self.situation = situation
    self.sources = sources
    self.scope = scope
    self.all = all
    self.unless = unless
    self.unlessAnywhere = unlessAnywhere
    self.mask = mask
    self.examples = examples
  }
}
