internal import Foundation

/// Weighs candidates: a conditional logit over named signals, calibrated on questions of other authors.
struct RankingModel: Sendable, Codable {
  /// Weight of each ``SectionSignal``.
  var section: [Float]
  /// Weight of each ``DeclineSignal``.
  var decline: [Float]
  /// Has half a say in how likely declining is; nil while the weights are being fitted.
  var gate: DecliningGate?

  /// Weights of zero.
  static var blank: RankingModel {
    RankingModel(
      section: [Float](repeating: 0, count: SectionSignal.allCases.count),
      decline: [Float](repeating: 0, count: DeclineSignal.allCases.count), gate: nil)
  }

  /// The weights of the sections' signals, then those of declining.
  var weights: [Float] {
    get { section + decline }
    set { (section, decline) = (Array(newValue.prefix(section.count)), Array(newValue.dropFirst(section.count))) }
  }

  /// The candidates with their probabilities, which sum to 1, in the order given.
  func weigh(_ candidates: [Candidate]) -> [Candidate] {
    let scores = candidates.map(score)
    let weighed = zip(candidates, Softmax.probabilities(scores)).map { candidate, probability in
      var candidate = candidate
      candidate.probability = probability
      return candidate
    }
    guard let gate, let inputs = DecliningGate.inputs(weighed, scores: scores),
      let declining = weighed.first(where: { $0.section == nil })
    else { return weighed }
    return shared(weighed, declining: (gate.probability(inputs) + declining.probability) / 2)
  }

  /// What a candidate scores before it is compared with the others.
  func score(_ candidate: Candidate) -> Float {
    zip(candidate.section == nil ? decline : section, candidate.signals).reduce(0) { $0 + $1.0 * $1.1 }
  }

  /// The candidates where declining has this probability, and the sections share the rest as before.
  private func shared(_ candidates: [Candidate], declining: Float) -> [Candidate] {
    let answering = candidates.reduce(0) { $1.section == nil ? $0 : $0 + $1.probability }
    guard answering > 0 else { return candidates }
    return candidates.map { candidate in
      var candidate = candidate
      let isSection = candidate.section != nil
      candidate.probability = isSection ? candidate.probability * (1 - declining) / answering : declining
      return candidate
    }
  }
}
