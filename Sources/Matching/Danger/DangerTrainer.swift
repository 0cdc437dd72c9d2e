internal import Knowledge

/// Trains a ``DangerModel`` on the examples of a knowledge folder, with answerable questions as examples of no danger.
struct DangerTrainer {
  let examples: [(analysis: Analysis, label: String)]
  /// Questions that sections answer: what people ask without being in danger.
  let ordinary: [Analysis]
  let labels: [String]

  /// Nil where there are no examples of danger, or none without.
  init?(_ dangers: [SafetyExample], ordinary: [Analysis], analyzer: Analyzer) {
    labels = Set(dangers.map(\.label)).sorted()
    guard labels.count > 1, labels.contains(SafetyExample.none) else { return nil }
    examples = dangers.map { (analyzer.analyze($0.text), $0.label) }
    self.ordinary = ordinary
  }

  /// The model. Deterministic.
  ///
  /// Every feature takes part in every pass and nearly all probability goes to the label: a rare turn of phrase may be all that
  /// tells danger, and the bar for raising is set on what the model says of messages it has not seen.
  func train() -> DangerModel {
    let places = Dictionary(labels.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let none = places[SafetyExample.none] ?? 0
    let lines = examples.map { ($0.analysis, places[$0.label] ?? none) } + ordinary.map { ($0, none) }
    let features = lines.map { DangerFeatures.features(of: $0.0) }
    let table = FeatureTable.learn(from: features, minimum: 2)
    let vectors = zip(lines, features).map { Example(vector: table.vector($1), classes: [$0.1]) }
    let trainer = ClassifierTrainer(passes: 20, dropout: 0, decay: 0, smoothing: 0.02)
    let words = trainer.train(vectors, features: table.hashes.count, classes: labels.count)
    return DangerModel(labels: labels, table: table, words: words)
  }
}
