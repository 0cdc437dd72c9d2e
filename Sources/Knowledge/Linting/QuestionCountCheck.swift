/// Remarks on sections and gaps with few ways of asking. Shared lines do not count: they teach the aspect, not the section.
struct QuestionCountCheck {
  private let knowledge: Knowledge
  private let counts: [Label: Int]

  init(_ loaded: LoadedKnowledge) {
    knowledge = loaded.knowledge
    counts = loaded.training.counts
  }

  func findings() -> [LintFinding] {
    let sections = knowledge.sections.compactMap {
      finding(
        .fewSectionQuestions, .section($0.id), at: SourcePlace(file: "documents/\($0.id).questions.txt"),
        wanted: LintLimits.sectionQuestions)
    }
    let gaps = knowledge.gaps.compactMap {
      finding(.fewGapQuestions, .gap($0.id), at: .gap($0.id), wanted: LintLimits.gapQuestions)
    }
    return sections + gaps
  }

  private func finding(_ rule: LintRule, _ label: Label, at place: SourcePlace, wanted: Int) -> LintFinding? {
    let count = counts[label] ?? 0
    guard count < wanted else { return nil }
    return LintFinding(
      rule, at: place, "has \(count) \(count == 1 ? "way" : "ways") of asking; at least \(wanted) are wanted")
  }
}
