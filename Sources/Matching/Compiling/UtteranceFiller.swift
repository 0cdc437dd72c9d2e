internal import Knowledge

/// Fills `{subject}` in shared utterances: a line for each subject they fit.
struct UtteranceFiller {
  private let loaded: LoadedKnowledge
  private let grid: AspectGrid
  private let aspectOfSection: [String: String]
  private let gaps: [String: Gap]

  init(_ loaded: LoadedKnowledge, grid: AspectGrid) {
    self.loaded = loaded
    self.grid = grid
    aspectOfSection = Dictionary(
      loaded.knowledge.sections.map { ($0.id, $0.aspect) }, uniquingKeysWith: { first, _ in first })
    gaps = Dictionary(loaded.knowledge.gaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every line, in file order; a shared line with `{subject}` gives one for each subject it fits.
  func filled(_ utterances: [Utterance]) -> [FilledUtterance] {
    utterances.enumerated().flatMap { number, utterance in
      if case .aspect(let aspect)? = utterance.labels.first {
        return shared(utterance.text, aspect: aspect, number: number)
      }
      return [
        FilledUtterance(
          text: utterance.text, labels: utterance.labels, aspects: utterance.labels.map(aspectLabel))
      ]
    }
  }

  private func shared(_ text: String, aspect: String, number: Int) -> [FilledUtterance] {
    guard text.contains("{subject}") else {
      let sections = grid.sections(aspect: aspect).map(Label.section)
      return [FilledUtterance(text: text, labels: sections, aspects: [.aspect(aspect)])]
    }
    return grid.comparableSubjects(aspect: aspect).map { subject in
      let filled = text.replacing("{subject}", with: name(of: subject, number: number))
      let label =
        grid.section(subject: subject, aspect: aspect).map(Label.section) ?? hole(subject: subject, aspect: aspect)
      return FilledUtterance(text: filled, labels: label.map { [$0] } ?? [], aspects: [.aspect(aspect)])
    }
  }

  /// Every second time the short name, otherwise one of the written-out ones in turn.
  private func name(of subject: String, number: Int) -> String {
    let names = loaded.knowledge.vocabulary.subject(subject)?.names ?? []
    guard number % 2 == 1, !names.isEmpty else { return loaded.knowledge.document(about: subject)?.short ?? subject }
    return names[(number / 2) % min(names.count, 6)]
  }

  private func hole(subject: String, aspect: String) -> Label? {
    loaded.knowledge.gaps.first { $0.subject == subject && $0.aspect == aspect }.map { .gap($0.id) }
  }

  /// A section and a hole of the grid teach their aspect; everything else is a class of its own.
  private func aspectLabel(_ label: Label) -> Label {
    switch label {
    case .section(let id): aspectOfSection[id].map(Label.aspect) ?? label
    case .gap(let id): gaps[id]?.aspect.map(Label.aspect) ?? label
    default: label
    }
  }
}
