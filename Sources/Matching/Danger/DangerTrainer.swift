internal import Knowledge

/// Trains a ``DangerModel`` on the examples of a knowledge folder, with ordinary questions as examples of no danger.
struct DangerTrainer {
  let examples: [(analysis: Analysis, label: String)]
  /// Ordinary questions: what people ask without being in danger.
  let ordinary: [Analysis]
  let labels: [String]

  /// Ordinary questions that count at most.
  private static let ordinaryLimit = 4_000

  /// Nil where there are no examples of danger, or none without.
  init?(_ dangers: [SafetyExample], ordinary: [TrainingLine], analyzer: Analyzer) {
    labels = Set(dangers.map(\.label)).sorted()
    guard labels.count > 1, labels.contains(SafetyExample.none) else { return nil }
    examples = dangers.map { (analyzer.analyze($0.text), $0.label) }
    let step = max(1, ordinary.count / Self.ordinaryLimit)
    self.ordinary = stride(from: 0, to: ordinary.count, by: step).map { ordinary[$0].analysis }
  }

  /// The model. Deterministic.
  func train() -> DangerModel {
    let places = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let none = places[SafetyExample.none] ?? 0
    let lines = examples.map { ($0.analysis, places[$0.label] ?? none) } + ordinary.map { ($0, none) }
    let features = lines.map { FeatureExtractor.features(of: $0.0, view: .plain) }
    let table = FeatureTable.learn(from: features, minimum: 2)
    let vectors = zip(lines, features).map { Example(vector: table.vector($1), classes: [$0.1]) }
    let words = ClassifierTrainer(passes: 8).train(vectors, features: table.hashes.count, classes: labels.count)
    return DangerModel(labels: labels, table: table, words: words)
  }
}
