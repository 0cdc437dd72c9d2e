internal import Foundation

/// Fits a ``RankingModel`` to calibration questions by gradient ascent on the probability of the right reactions.
struct RankingTrainer {
  /// A calibration question: its candidates and which of them are right.
  struct Case {
    let candidates: [Candidate]
    /// Indexes into `candidates`.
    let right: [Int]
  }

  /// Steps of the ascent.
  var steps = 600
  /// Size of a step before Adam's scaling.
  var rate: Float = 0.03
  /// Pull of each weight towards zero.
  var decay: Float = 1e-4

  /// The fitted model. O(steps x cases x candidates x signals); deterministic.
  ///
  /// Source of the step rule: D. Kingma, J. Ba, Adam, 2015.
  func fit(_ cases: [Case]) -> RankingModel {
    var model = RankingModel.blank
    let sectionCount = model.section.count
    var moments = [Float](repeating: 0, count: sectionCount + model.decline.count)
    var squares = moments
    for step in 1...max(steps, 1) {
      let gradient = self.gradient(of: model, cases: cases)
      for index in gradient.indices {
        let weight = index < sectionCount ? model.section[index] : model.decline[index - sectionCount]
        let slope = gradient[index] / Float(max(cases.count, 1)) - decay * weight
        moments[index] = 0.9 * moments[index] + 0.1 * slope
        squares[index] = 0.999 * squares[index] + 0.001 * slope * slope
        let mean = moments[index] / (1 - pow(0.9, Float(step)))
        let scale = (squares[index] / (1 - pow(0.999, Float(step)))).squareRoot() + 1e-8
        let change = rate * mean / scale
        if index < sectionCount {
          model.section[index] += change
        } else {
          model.decline[index - sectionCount] += change
        }
      }
    }
    return model
  }

  private func gradient(of model: RankingModel, cases: [Case]) -> [Float] {
    var gradient = [Float](repeating: 0, count: model.section.count + model.decline.count)
    for item in cases {
      let weighed = model.weigh(item.candidates)
      let mass = item.right.reduce(0) { $0 + weighed[$1].probability }
      guard mass > 0 else { continue }
      for (index, candidate) in weighed.enumerated() {
        let target = item.right.contains(index) ? candidate.probability / mass : 0
        let push = target - candidate.probability
        guard abs(push) > 1e-6 else { continue }
        let start = candidate.section == nil ? model.section.count : 0
        for (signal, value) in candidate.signals.enumerated() { gradient[start + signal] += push * value }
      }
    }
    return gradient
  }
}
