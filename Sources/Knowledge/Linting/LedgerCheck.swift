/// Follows the ledger both ways: from each fact to its case, from each section to its facts and cases.
struct LedgerCheck {
  private let sources: LintSources
  private let cases: Set<String>

  init(_ sources: LintSources) {
    self.sources = sources
    cases = Set(sources.cases.map(\.id))
  }

  func findings() -> [LintFinding] { facts() + sections() }

  private func facts() -> [LintFinding] {
    sources.loaded.facts.filter { !cases.contains($0.checkedBy) }.map { fact in
      LintFinding(
        .factWithoutCase, at: SourcePlace(file: "facts.yaml"),
        "\(fact.id): there is no case \"\(fact.checkedBy)\" in suites/; write it or name another one")
    }
  }

  private func sections() -> [LintFinding] {
    let covered = Set(sources.cases.flatMap(\.sections))
    let stated = Set(sources.loaded.facts.map(\.section))
    return sources.loaded.knowledge.sections.flatMap { section in
      var found: [LintFinding] = []
      if !covered.contains(section.id) {
        found.append(
          LintFinding(.sectionWithoutCase, at: .section(section.id), "no case in suites/ expects this section; add one")
        )
      }
      if !stated.contains(section.id) {
        found.append(
          LintFinding(
            .sectionWithoutFact, at: .section(section.id), "no fact in facts.yaml names this section; add its facts"))
      }
      return found
    }
  }
}
