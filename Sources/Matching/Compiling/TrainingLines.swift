internal import Knowledge

/// Turns utterances into training lines: fills `{subject}`, reads them, and finds their classes.
struct TrainingLines {
  private let filler: UtteranceFiller
  private let analyzer: Analyzer
  private let flatIndex: [Label: Int]
  private let aspectIndex: [Label: Int]

  init(_ loaded: LoadedKnowledge, grid: AspectGrid, classes: ClassTable, analyzer: Analyzer) {
    filler = UtteranceFiller(loaded, grid: grid)
    self.analyzer = analyzer
    flatIndex = Dictionary(classes.flat.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    aspectIndex = Dictionary(classes.aspect.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Every line, in file order; a shared line with `{subject}` gives one for each subject it fits.
  func lines(of utterances: [Utterance]) -> [TrainingLine] {
    filler.filled(utterances).map { filled in
      TrainingLine(
        analysis: analyzer.analyze(filled.text), flat: indexes(filled.labels, flatIndex),
        aspect: indexes(filled.aspects, aspectIndex))
    }
  }

  private func indexes(_ labels: [Label], _ table: [Label: Int]) -> [Int] {
    var seen: [Int] = []
    for index in labels.compactMap({ table[$0] }) where !seen.contains(index) { seen.append(index) }
    return seen
  }
}
