internal import Knowledge

/// Turns utterances into training lines: fills `{subject}`, reads them, and finds their classes.
struct TrainingLines {
  private let loaded: LoadedKnowledge
  private let grid: AspectGrid
  private let analyzer: Analyzer
  private let flatIndex: [Label: Int]
  private let aspectIndex: [Label: Int]
  private let aspectOfSection: [String: String]
  private let gaps: [String: Gap]

  init(_ loaded: LoadedKnowledge, grid: AspectGrid, classes: ClassTable, analyzer: Analyzer) {
    self.loaded = loaded
    self.grid = grid
    self.analyzer = analyzer
    flatIndex = Dictionary(classes.flat.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    aspectIndex = Dictionary(classes.aspect.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    aspectOfSection = Dictionary(
      loaded.knowledge.sections.map { ($0.id, $0.aspect) }, uniquingKeysWith: { first, _ in first })
    gaps = Dictionary(loaded.knowledge.gaps.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every line, in file order; a shared line with `{subject}` gives one for each subject it fits.
  func lines(of utterances: [Utterance]) -> [TrainingLine] {
    utterances.enumerated().flatMap { number, utterance in
      if case .aspect(let aspect)? = utterance.labels.first {
        return shared(utterance.text, aspect: aspect, number: number)
      }
      return [line(utterance.text, labels: utterance.labels)]
    }
  }

  private func shared(_ text: String, aspect: String, number: Int) -> [TrainingLine] {
    guard text.contains("{subject}") else {
      let sections = grid.sections(aspect: aspect).compactMap { flatIndex[.section($0)] }
      return [
        TrainingLine(analysis: analyzer.analyze(text), flat: sections, aspect: indexes([.aspect(aspect)], aspectIndex))
      ]
    }
    return grid.comparableSubjects(aspect: aspect).map { subject in
      let filled = text.replacing("{subject}", with: name(of: subject, number: number))
      let label =
        grid.section(subject: subject, aspect: aspect).map(Label.section) ?? hole(subject: subject, aspect: aspect)
      return TrainingLine(
        analysis: analyzer.analyze(filled), flat: label.map { indexes([$0], flatIndex) } ?? [],
        aspect: indexes([.aspect(aspect)], aspectIndex))
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

  private func line(_ text: String, labels: [Label]) -> TrainingLine {
    TrainingLine(
      analysis: analyzer.analyze(text), flat: indexes(labels, flatIndex),
      aspect: indexes(labels.map(aspectLabel), aspectIndex))
  }

  /// A section and a hole of the grid teach their aspect; everything else is a class of its own.
  private func aspectLabel(_ label: Label) -> Label {
    switch label {
    case .section(let id): aspectOfSection[id].map(Label.aspect) ?? label
    case .gap(let id): gaps[id]?.aspect.map(Label.aspect) ?? label
    default: label
    }
  }

  private func indexes(_ labels: [Label], _ table: [Label: Int]) -> [Int] {
    var seen: [Int] = []
    for index in labels.compactMap({ table[$0] }) where !seen.contains(index) { seen.append(index) }
    return seen
  }
}
