/// A rule whose cue names are numbers.
struct CompiledRule: Sendable {
  /// Something a rule requires: any of several cues, flags or subjects.
  struct Requirement: Sendable {
    /// Cue indices.
    var cues: [Int] = []
    /// Context flags.
    var flags: [ContextFlag] = []
    /// Subjects of the analysis.
    var subjects: [String] = []
  }

  /// The rule as written.
  let rule: TriageRule
  /// What must be there; the first holds cues and is the anchor where any does.
  let requirements: [Requirement]
  /// Cues that silence the rule in the anchor's sentence.
  let unless: [Int]
  /// Cues that silence the rule anywhere.
  let unlessAnywhere: [Int]
  /// Which mask of the rule set applies, `nil` for none.
  let mask: Int?
}
