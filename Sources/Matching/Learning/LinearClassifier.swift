internal import Foundation

/// Multinomial logistic regression over sparse features, weights kept as signed bytes with a scale a feature.
///
/// A byte a weight costs less than half a percent of the largest weight in precision and keeps the model small enough to be
/// mapped and read in full.
struct LinearClassifier: Sendable {
  /// Number of classes.
  let classCount: Int
  /// `classCount` weights for each feature, a signed byte each; of a compiled file they are mapped, not copied.
  let weights: Data
  /// What a weight of 1 stands for, by feature.
  let scales: [Float]
  /// Bias by class.
  let bias: [Float]

  /// Probabilities by class, summing to 1. O(features x classes).
  func probabilities(_ vector: SparseVector) -> [Float] {
    var scores = bias
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBytes { bytes in
        let weights = bytes.assumingMemoryBound(to: Int8.self)
        for (feature, value) in zip(vector.indexes, vector.values) {
          let row = Int(feature) * classCount
          let factor = scales[Int(feature)] * value
          for label in 0..<classCount { scores[label] += Float(weights[row + label]) * factor }
        }
      }
    }
    return Softmax.probabilities(scores)
  }
}
