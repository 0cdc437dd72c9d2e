internal import Foundation

/// Scores to probabilities.
enum Softmax {
  /// `exp(score)`, scaled to sum to 1; safe for large scores.
  static func probabilities(_ scores: [Float]) -> [Float] {
    guard let highest = scores.max() else { return [] }
    var exponentials = scores.map { exp($0 - highest) }
    let sum = exponentials.reduce(0, +)
    for index in exponentials.indices { exponentials[index] /= sum }
    return exponentials
  }
}
