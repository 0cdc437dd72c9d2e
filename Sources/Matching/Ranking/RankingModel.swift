internal import Foundation

/// Weighs candidates: a conditional logit over named signals, calibrated on questions of other authors.
struct RankingModel: Sendable, Codable {
  /// Weight of each ``SectionSignal``.
  var section: [Float]
  /// Weight of each ``DeclineSignal``.
  var decline: [Float]

  /// Weights of zero.
  static var blank: RankingModel {
    RankingModel(
      section: [Float](repeating: 0, count: SectionSignal.allCases.count),
      decline: [Float](repeating: 0, count: DeclineSignal.allCases.count))
  }

  /// The candidates with their probabilities, which sum to 1, in the order given.
  func weigh(_ candidates: [Candidate]) -> [Candidate] {
    let probabilities = Softmax.probabilities(candidates.map(score))
    return zip(candidates, probabilities).map { candidate, probability in
      var candidate = candidate
      candidate.probability = probability
      return candidate
    }
  }

  private func score(_ candidate: Candidate) -> Float {
    zip(candidate.section == nil ? decline : section, candidate.signals).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
