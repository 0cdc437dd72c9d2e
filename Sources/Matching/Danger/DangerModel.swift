internal import Knowledge

/// Tells messages of danger from others by their words: a second opinion beside the rules, learned from examples.
///
/// The message is read as a whole: its sentences read one by one raised more that was harmless than they found. An encoder
/// beside the words would cost every example a pass at compiling, so danger is sensed the same with and without one.
struct DangerModel: Sendable {
  /// The classes; ``SafetyExample/none`` is one of them.
  let labels: [String]
  /// Features of the words.
  let table: FeatureTable
  /// Classes from words.
  let words: LinearClassifier

  /// The estimate for a message; nil where the model knows no class of danger. O(letters x classes).
  func estimate(_ analysis: Analysis) -> DangerEstimate? {
    let probabilities = words.probabilities(table.vector(DangerFeatures.features(of: analysis)))
    guard let none = labels.firstIndex(of: SafetyExample.none) else { return nil }
    let mass = 1 - probabilities[none]
    let best = labels.indices.filter { $0 != none }.max { probabilities[$0] < probabilities[$1] }
    guard let best, mass > 0 else { return nil }
    return DangerEstimate(
      label: labels[best], probability: Double(mass), share: Double(probabilities[best] / mass),
      words: analysis.terms.count)
  }
}
