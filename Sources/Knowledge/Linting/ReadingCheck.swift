/// Remarks on texts that are harder to read than the limit, with the words that cost most.
struct ReadingCheck {
  private let sources: LintSources

  init(_ sources: LintSources) { self.sources = sources }

  func findings() -> [LintFinding] { sections() + gaps() + smalltalk() + fixedTexts() }

  private func sections() -> [LintFinding] {
    sources.loaded.knowledge.sections.compactMap { section in
      finding(ReadingGrade(id: "the section", sentences: section.sentences.map(\.text)), at: .section(section.id))
    }
  }

  private func gaps() -> [LintFinding] {
    sources.loaded.knowledge.gaps.compactMap { finding(ReadingGrade(id: "the reply", text: $0.reply), at: .gap($0.id)) }
  }

  private func smalltalk() -> [LintFinding] {
    sources.loaded.knowledge.smalltalk.compactMap { kind in
      finding(ReadingGrade(id: "the reply to \(kind.id)", text: kind.reply), at: SourcePlace(file: "smalltalk.yaml"))
    }
  }

  private func fixedTexts() -> [LintFinding] {
    sources.fixedTexts.compactMap { text in
      finding(ReadingGrade(id: "the text \(text.name)", text: text.text), at: text.place, limit: text.limit)
    }
  }

  private func finding(
    _ reading: ReadingGrade, at place: SourcePlace, limit: Double = LintLimits.grade
  ) -> LintFinding? {
    guard reading.grade > limit else { return nil }
    let words = reading.costliest.map(\.description).joined(separator: ", ")
    return LintFinding(
      .hardToRead, at: place,
      "\(reading.id) reads at grade \(reading.grade.tenths), above \(limit.tenths); what costs most: \(words)")
  }
}
