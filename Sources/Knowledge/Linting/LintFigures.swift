/// What lint measures without judging: the reading grade of every section, and what it looked at.
public struct LintFigures: Sendable, Codable, Equatable {
  /// Every section's grade, in reading order.
  public let sections: [ReadingGrade]
  /// Mean of the sections' grades; zero without sections.
  public let meanGrade: Double
  /// Gaps looked at.
  public let gaps: Int
  /// Training questions looked at.
  public let questions: Int
  /// Facts of the ledger.
  public let facts: Int
  /// Canned cases in the suites.
  public let cases: Int

  init(_ sources: LintSources) {
    let knowledge = sources.loaded.knowledge
    sections = knowledge.sections.map { ReadingGrade($0) }
    meanGrade = ReadingGrade.mean(of: sections)
    gaps = knowledge.gaps.count
    questions = sources.loaded.training.utterances.count
    facts = sources.loaded.facts.count
    cases = sources.cases.count
  }

  /// The section that is hardest to read.
  public var worst: ReadingGrade? { sections.max { $0.grade < $1.grade } }

  /// Sections above the limit, hardest first.
  public var hard: [ReadingGrade] {
    sections.filter { $0.grade > LintLimits.grade }.sorted { ($1.grade, $0.id) < ($0.grade, $1.id) }
  }
}
