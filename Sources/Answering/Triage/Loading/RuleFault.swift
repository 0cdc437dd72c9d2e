/// Something wrong with one cue or rule of a rule set.
public struct RuleFault: Sendable, Equatable, CustomStringConvertible {
  /// What a fault is in.
  public enum Kind: String, Sendable {
    /// A cue set or number cue.
    case cue
    /// A rule.
    case rule
  }

  /// What it is in.
  public let kind: Kind
  /// The name of the cue or the id of the rule.
  public let name: String
  /// What is wrong, as a clause that follows the name.
  public let reason: String

  /// Makes a fault from its parts.
  public init(kind: Kind, name: String, reason: String) {
    self.kind = kind
    self.name = name
    self.reason = reason
  }

  /// "cue "fever" stands twice"
  public var description: String { "\(kind.rawValue) \"\(name)\" \(reason)" }
}

extension SafetyRules {
  /// What is wrong with the rules: unreadable phrases, unknown cues, names that stand twice, cues that no rule uses,
  /// cues that can never match and rules that can never fire.
  ///
  /// - Returns: Nothing for a rule set that `Triage` reads completely.
  public func faults() -> [RuleFault] {
    let compiled = CompiledCues(self)
    let rules = RuleCompiler(rules, indices: compiled.indices)
    return compiled.faults.map { RuleFault(kind: .cue, name: $0.cue, reason: $0.reason) }
      + rules.faults.map { RuleFault(kind: .rule, name: $0.rule, reason: $0.reason) }
      + unusedCues(compiled) + unsetFlags()
  }

  /// A rule that asks for a flag which no rule sets, and for nothing else in that place, can never fire.
  private func unsetFlags() -> [RuleFault] {
    let set = Set(rules.compactMap(\.sets).map { "$\($0.rawValue)" })
    return rules.flatMap { rule in
      rule.all.map { $0.split(separator: "|").map(String.init) }
        .filter { $0.allSatisfy { $0.hasPrefix("$") && !$0.hasPrefix("$subject:") } && set.isDisjoint(with: $0) }
        .map {
          RuleFault(kind: .rule, name: rule.id, reason: "can never fire: no rule sets \($0.joined(separator: " or "))")
        }
    }
  }

  private func unusedCues(_ compiled: CompiledCues) -> [RuleFault] {
    var used: Set<String> = []
    for rule in rules {
      used.formUnion(rule.all.flatMap { $0.split(separator: "|").map(String.init) })
      used.formUnion((rule.unless ?? []) + (rule.unlessAnywhere ?? []) + (rule.mask ?? []))
    }
    for phrase in compiled.phrases { used.formUnion(phrase.references.map { compiled.names[$0] }) }
    return compiled.names.filter { !used.contains($0) }
      .map { RuleFault(kind: .cue, name: $0, reason: "is used by no rule and no other cue") }
  }
}
