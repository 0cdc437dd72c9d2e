/// Looks for what loading lets pass and an editor should know: hard words, stale contacts, facts that nothing checks.
///
/// ``LintRule`` says which findings are errors and which are warnings; ``LintFigures`` holds what is only measured.
public struct KnowledgeLint {
  private let sources: LintSources
  private let today: CalendarDay

  /// A lint of these sources that judges ages as on `today`.
  public init(_ sources: LintSources, today: CalendarDay) {
    self.sources = sources
    self.today = today
  }

  /// Everything found. O(words) but for sorting.
  public func report() -> LintReport {
    let findings =
      ReadingCheck(sources).findings() + WordingCheck(sources.loaded.knowledge).findings()
      + QuestionCountCheck(sources.loaded).findings() + RepetitionCheck(sources.loaded.training).findings()
      + LedgerCheck(sources).findings() + AgeCheck(sources, today: today).findings()
    return LintReport(findings: findings, figures: LintFigures(sources))
  }
}
