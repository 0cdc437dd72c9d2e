/// Predicted probabilities beside what came true, in bins of equal width.
package struct ReliabilityTable: Sendable {
  /// A prediction and what came of it.
  package struct Prediction: Sendable, Equatable {
    /// Predicted probability, 0 to 1.
    package let probability: Double
    /// Whether it came true.
    package let cameTrue: Bool

    package init(probability: Double, cameTrue: Bool) {
      self.probability = probability
      self.cameTrue = cameTrue
    }
  }

  /// The predictions between two probabilities.
  package struct Bin: Sendable, Equatable, Codable {
    /// Lowest probability in it; the highest is that of the next bin.
    package let from: Double
    /// Number of predictions.
    package let count: Int
    /// Mean predicted probability, 0 where there is none.
    package let predicted: Double
    /// Share that came true, 0 where there is none.
    package let actual: Double
  }

  /// The bins, lowest first.
  package let bins: [Bin]

  /// A table of `bins` bins; a probability of 1 stands in the last one. O(predictions).
  package init(_ predictions: [Prediction], bins: Int = 10) {
    var held = [[Prediction]](repeating: [], count: max(bins, 1))
    for prediction in predictions {
      held[min(max(Int(prediction.probability * Double(held.count)), 0), held.count - 1)].append(prediction)
    }
    self.bins = held.enumerated().map { index, held in
      let count = Double(max(held.count, 1))
      return Bin(
        from: Double(index) / Double(max(bins, 1)), count: held.count,
        predicted: held.reduce(0) { $0 + $1.probability } / count, actual: Double(held.count(where: \.cameTrue)) / count
      )
    }
  }

  /// Expected calibration error: how far prediction and truth are apart, bin by bin, weighted by count.
  ///
  /// Source: M. Naeini, G. Cooper, M. Hauskrecht, Obtaining Well Calibrated Probabilities Using Bayesian Binning, 2015.
  package var calibrationError: Double {
    let total = bins.reduce(0) { $0 + $1.count }
    guard total > 0 else { return 0 }
    return bins.reduce(0) { $0 + Double($1.count) * abs($1.predicted - $1.actual) } / Double(total)
  }
}
