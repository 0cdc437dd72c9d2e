public import Matching

/// The first stage that judges a message: is it an emergency, a crisis, a request that needs a person?
///
/// Rules are data; this type compiles them once and then assesses messages as a pure function. Nothing it finds is
/// ever lowered by a later stage.
public struct Triage: Sendable {
  private let matcher: CueMatcher
  private var flagRules: [CompiledRule]
  private var classRules: [CompiledRule]
  private let masks: [[Int]]
  private let cueNames: [String]

  /// Compiles a rule set. Faulty phrases and rules are left out here; `SafetyRules.faults()` names them, and the
  /// loader refuses rules that have any.
  public init(rules: SafetyRules) {
    let cues = CompiledCues(rules)
    let compiler = RuleCompiler(rules.rules, indices: cues.indices)
    matcher = CueMatcher(cues)
    masks = compiler.masks
    cueNames = cues.names
    flagRules = compiler.rules.filter { $0.rule.sets != nil }
    classRules = compiler.rules.filter { $0.rule.raises != nil }
  }

  /// The same without one rule, for the mutation check; nothing is compiled anew.
  package func removing(rule id: String) -> Triage {
    var triage = self
    triage.flagRules.removeAll { $0.rule.id == id }
    triage.classRules.removeAll { $0.rule.id == id }
    return triage
  }

  /// Assesses one message.
  ///
  /// - Parameters:
  ///   - analysis: The analysed message; original and repaired words are both read.
  ///   - flags: What the conversation remembers from earlier messages.
  /// - Returns: The classes that fired with their rules, and the flags that this message alone sets.
  /// - Complexity: Linear in the number of tokens for a given rule set.
  public func assess(_ analysis: Analysis, remembering flags: ContextFlags) -> TriageResult {
    guard !analysis.tokens.isEmpty else { return TriageResult(classes: [], findings: [], flags: ContextFlags()) }
    let (reading, matches) = matcher.matches(in: analysis)
    guard !reading.words.isEmpty else { return TriageResult(classes: [], findings: [], flags: ContextFlags()) }
    var run = RuleRun(reading: reading, matches: matches, subjects: analysis.subjects, masks: masks, flags: flags)
    let learned = learnedFlags(&run)
    run.flags = flags.union(learned)
    let findings = findings(&run)
    let classes = Set(findings.map(\.safetyClass)).sorted(by: >)
    return TriageResult(classes: classes, findings: findings, flags: learned)
  }

  /// Every cue that matches a message, with its spans: what `--why` shows for a message that raised nothing.
  public func cues(in analysis: Analysis) -> [String: [TokenSpan]] {
    let (reading, matches) = matcher.matches(in: analysis)
    var found: [String: [TokenSpan]] = [:]
    for (name, places) in zip(cueNames, matches) where !places.isEmpty {
      found[name] = places.map { place in
        TokenSpan(start: reading.words[place.start].token, end: reading.words[place.end - 1].token + 1)
      }
    }
    return found
  }

  private func learnedFlags(_ run: inout RuleRun) -> ContextFlags {
    var learned = ContextFlags()
    for rule in flagRules {
      guard let flag = rule.rule.sets, !learned[flag], run.spans(for: rule) != nil else { continue }
      learned[flag] = true
    }
    return learned
  }

  private func findings(_ run: inout RuleRun) -> [Finding] {
    var findings: [Finding] = []
    for rule in classRules {
      guard let raised = rule.rule.raises, let spans = run.spans(for: rule) else { continue }
      findings.append(
        Finding(safetyClass: raised, rule: rule.rule.id, situation: rule.rule.situation, spans: spans))
    }
    return findings.sorted { $0.safetyClass.rank < $1.safetyClass.rank }
  }
}
