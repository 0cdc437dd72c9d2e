internal import Foundation

/// Answer or decline: a small network over everything that was weighed for declining and for the two best sections.
///
/// The ranking weighs each way to react by itself; whether to answer at all hangs on how they stand together. Half the say is the
/// gate's: alone it is a little better still on the whole, but now and then sure of something plainly wrong.
struct DecliningGate: Sendable, Codable {
  /// What each input is shifted by and scaled with, so that all are of one size.
  let means: [Float]
  let scales: [Float]
  /// Weights of the hidden units, one row of inputs a unit.
  var hidden: [[Float]]
  var hiddenBias: [Float]
  var output: [Float]
  var outputBias: Float

  /// Probability that declining is right, 0 to 1. O(inputs x units).
  func probability(_ inputs: [Float]) -> Float {
    let inputs = standardized(inputs)
    return Self.logistic(zip(output, activations(inputs)).reduce(outputBias) { $0 + $1.0 * $1.1 })
  }

  /// The inputs of one size, no further than ``reach`` from the middle: one that was never seen so large must not decide alone.
  func standardized(_ inputs: [Float]) -> [Float] {
    inputs.indices.map { min(max((inputs[$0] - means[$0]) / scales[$0], -Self.reach), Self.reach) }
  }

  /// What the hidden units say to standardized inputs, -1 to 1 each.
  func activations(_ inputs: [Float]) -> [Float] {
    zip(hidden, hiddenBias).map { row, bias in tanh(zip(row, inputs).reduce(bias) { $0 + $1.0 * $1.1 }) }
  }

  static func logistic(_ score: Float) -> Float { 1 / (1 + exp(-score)) }

  private static let reach: Float = 4
}

extension DecliningGate {
  /// What the gate looks at; nil where no section was weighed beside declining.
  ///
  /// - Parameter scores: of the candidates, before they were made probabilities.
  static func inputs(_ candidates: [Candidate], scores: [Float]) -> [Float]? {
    guard let declining = candidates.indices.first(where: { candidates[$0].section == nil }) else { return nil }
    let sections = candidates.indices.filter { $0 != declining }
      .sorted { (scores[$1], $0) < (scores[$0], $1) }
    guard let best = sections.first else { return nil }
    let second = sections.dropFirst().first
    let nothing = [Float](repeating: 0, count: candidates[best].signals.count)
    return candidates[declining].signals + candidates[best].signals + (second.map { candidates[$0].signals } ?? nothing)
      + [
        scores[declining] - scores[best], second.map { scores[best] - scores[$0] } ?? farthest,
        candidates[declining].probability, candidates[best].probability,
      ]
  }

  /// How far ahead the best section is where there is no second.
  private static let farthest: Float = 10
}
