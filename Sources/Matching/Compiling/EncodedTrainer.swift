internal import Encoding
internal import Foundation
internal import Knowledge

/// Trains the models over the encoder's features.
struct EncodedTrainer {
  let knowledge: Knowledge
  let classes: ClassTable
  let subjects: SubjectFeatures
  let texts: EncodedTexts
  /// Sentences of the sections, as texts of the encoder, with the section's index.
  let sentences: [(text: String, section: Int)]

  /// Lines of one class that are encoded at most. The encoder generalises from few; a pass is what costs.
  static let limit = 80

  /// The lines that are encoded: of each class at most ``limit``, spread evenly over its lines.
  static func chosen(_ lines: [TrainingLine]) -> [TrainingLine] {
    let byClass = Dictionary(grouping: lines.indices, by: { lines[$0].flat.first ?? -1 })
    let kept = byClass.values.flatMap { indexes in
      let step = max(1, Double(indexes.count) / Double(limit))
      return stride(from: 0, to: Double(indexes.count), by: step).map { indexes[Int($0)] }
    }
    return kept.sorted().map { lines[$0] }
  }

  /// The models of these lines.
  func train(_ lines: [TrainingLine]) -> EncodedModels {
    let encoded = lines.compactMap { line -> (line: TrainingLine, text: String, encoded: EncodedText)? in
      let text = MaskedText.of(line.analysis)
      return texts[text].map { (line, text, $0) }
    }
    let vectors = encoded.map { subjects.vector($0.encoded.direction, $0.line.analysis) }
    let trainer = ClassifierTrainer(passes: 6)
    let flat = examples(vectors, encoded.map(\.line.flat))
    let aspect = examples(vectors, encoded.map(\.line.aspect))
    let (first, second) = Concurrently.run(
      { trainer.train(flat, features: subjects.count, classes: classes.flat.count) },
      { trainer.train(aspect, features: subjects.count, classes: classes.aspect.count) })
    let near = encoded.filter { $0.line.flat.first.map { !isHole(classes.flat[$0]) } ?? false }
    return EncodedModels(
      flat: first, aspect: second,
      questions: EncodedIndex.build(near.map { ($0.encoded, $0.line.flat.first ?? 0) }),
      sentences: EncodedIndex.build(sentences.compactMap { entry in texts[entry.text].map { ($0, entry.section) } }),
      texts: Data(near.map(\.text).joined(separator: "\n").utf8))
  }

  private func examples(_ vectors: [SparseVector], _ labels: [[Int]]) -> [Example] {
    zip(vectors, labels).compactMap { $1.isEmpty ? nil : Example(vector: $0, classes: $1) }
  }

  /// With the subject masked, a hole of the grid reads like the twin that is not one: the grid tells them apart.
  private func isHole(_ label: Label) -> Bool {
    if case .gap(let id) = label { return knowledge.gap(id)?.aspect != nil }
    return false
  }
}
