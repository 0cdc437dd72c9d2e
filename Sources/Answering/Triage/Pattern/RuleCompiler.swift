/// Turns rules into compiled ones and notes what is wrong with them.
struct RuleCompiler {
  private let indices: [String: Int]
  private(set) var rules: [CompiledRule] = []
  /// Sets of cues whose words do not count; rules share them.
  private(set) var masks: [[Int]] = []
  /// What is wrong, with the rule's id.
  private(set) var faults: [(rule: String, reason: String)] = []

  init(_ source: [TriageRule], indices: [String: Int]) {
    self.indices = indices
    var seen: Set<String> = []
    for rule in source {
      if !seen.insert(rule.id).inserted { faults.append((rule.id, "stands twice")) }
      compile(rule)
    }
  }

  private mutating func compile(_ rule: TriageRule) {
    if (rule.raises == nil) == (rule.sets == nil) {
      faults.append((rule.id, "must either raise a class or set a flag"))
    }
    let requirements = rule.all.map { requirement($0, of: rule.id) }
    guard let first = requirements.first, !first.cues.isEmpty else {
      faults.append((rule.id, "must begin with a cue"))
      return
    }
    let mask = cues(rule.mask ?? [], of: rule.id).sorted()
    noteSilence(of: rule, mask: mask, requirements: requirements)
    rules.append(
      CompiledRule(
        rule: rule, requirements: requirements, unless: cues(rule.unless ?? [], of: rule.id),
        unlessAnywhere: cues(rule.unlessAnywhere ?? [], of: rule.id), mask: number(of: mask)))
  }

  /// A rule whose own words silence it can never fire.
  private mutating func noteSilence(of rule: TriageRule, mask: [Int], requirements: [CompiledRule.Requirement]) {
    let silencing = Set(cues(rule.unlessAnywhere ?? [], of: rule.id) + mask)
    let isStuck = requirements.contains { requirement in
      requirement.flags.isEmpty && requirement.subjects.isEmpty && !requirement.cues.isEmpty
        && silencing.isSuperset(of: requirement.cues)
    }
    let anchors = Set(cues(rule.unless ?? [], of: rule.id))
    if isStuck || requirements.first.map({ anchors.isSuperset(of: $0.cues) }) == true {
      faults.append((rule.id, "can never fire: what it asks for also silences it"))
    }
  }

  private mutating func number(of mask: [Int]) -> Int? {
    guard !mask.isEmpty else { return nil }
    if let known = masks.firstIndex(of: mask) { return known }
    masks.append(mask)
    return masks.count - 1
  }

  private mutating func requirement(_ text: String, of rule: String) -> CompiledRule.Requirement {
    var requirement = CompiledRule.Requirement()
    for choice in text.split(separator: "|").map(String.init) {
      if choice.hasPrefix("$subject:") {
        requirement.subjects.append(String(choice.dropFirst("$subject:".count)))
      } else if choice.hasPrefix("$") {
        add(flag: String(choice.dropFirst()), to: &requirement, of: rule)
      } else {
        requirement.cues += cues([choice], of: rule)
      }
    }
    return requirement
  }

  private mutating func add(flag: String, to requirement: inout CompiledRule.Requirement, of rule: String) {
    if let flag = ContextFlag(rawValue: flag) {
      requirement.flags.append(flag)
    } else {
      faults.append((rule, "asks for the unknown flag \"\(flag)\""))
    }
  }

  private mutating func cues(_ names: [String], of rule: String) -> [Int] {
    names.compactMap { name in
      if let index = indices[name] { return index }
      faults.append((rule, "refers to the unknown cue \"\(name)\""))
      return nil
    }
  }
}
