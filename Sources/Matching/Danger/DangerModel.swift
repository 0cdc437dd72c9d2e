internal import Knowledge

/// Tells messages of danger from others by their words: a second opinion beside the rules, learned from examples.
///
/// An encoder beside the words changed less than half a percent of the held-back lines, and cost a pass for each message and
/// each of its sentences; so danger is sensed the same with and without one.
struct DangerModel: Sendable {
  /// The classes; ``SafetyExample/none`` is one of them.
  let labels: [String]
  /// Features of the words.
  let table: FeatureTable
  /// Classes from words.
  let words: LinearClassifier

  /// The estimate for a message; the danger may stand in one sentence of many, so each is read by itself too.
  func estimate(_ analysis: Analysis) -> DangerEstimate? {
    let sentences = analysis.sentenceCount > 1 ? (0..<min(analysis.sentenceCount, Self.sentenceLimit)) : 0..<0
    let parts = sentences.map { sentence in analysis.keeping { $0.sentence == sentence } }
    let whole = direct(analysis)
    let others = parts.filter { $0.terms.count >= Self.shortest }.compactMap(direct)
    let sure = others.filter { $0.probability >= Self.sureSentence }
    return ([whole].compactMap(\.self) + sure).max { $0.probability < $1.probability }
  }

  /// A sentence out of its context counts only from this probability on.
  private static let sureSentence = 0.95
  /// Sentences read by themselves at most.
  private static let sentenceLimit = 6
  /// Words that a sentence must have to be read by itself.
  private static let shortest = 4

  private func direct(_ analysis: Analysis) -> DangerEstimate? {
    let probabilities = words.probabilities(table.vector(FeatureExtractor.features(of: analysis, view: .plain)))
    guard let none = labels.firstIndex(of: SafetyExample.none) else { return nil }
    let mass = 1 - probabilities[none]
    let best = labels.indices.filter { $0 != none }.max { probabilities[$0] < probabilities[$1] }
    guard let best, mass > 0 else { return nil }
    return DangerEstimate(
      label: labels[best], probability: Double(mass), share: Double(probabilities[best] / mass))
  }
}
