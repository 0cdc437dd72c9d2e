/// What lint found in a knowledge folder, and what it measured.
public struct LintReport: Sendable, Codable, Equatable {
  /// Errors first, then warnings; within each by rule, file and line.
  public let findings: [LintFinding]
  /// Measurements.
  public let figures: LintFigures

  init(findings: [LintFinding], figures: LintFigures) {
    let order = Dictionary(
      LintRule.allCases.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let key = { (finding: LintFinding) in
      (order[finding.rule] ?? 0, finding.place.file, finding.place.line ?? 0, finding.message)
    }
    self.findings = findings.sorted { key($0) < key($1) }
    self.figures = figures
  }

  /// Findings of one severity, in order.
  public func findings(_ severity: LintSeverity) -> [LintFinding] { findings.filter { $0.rule.severity == severity } }

  /// Findings of one rule, in order.
  public func findings(of rule: LintRule) -> [LintFinding] { findings.filter { $0.rule == rule } }
}
