/// Fits a ``RankingModel`` to calibration questions: its weights by gradient ascent on the probability of the right reactions, then
/// its gate.
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
  func fit(_ cases: [Case]) -> RankingModel {
    var model = RankingModel.blank
    var adam = Adam(count: model.weights.count, rate: rate)
    let share = 1 / Float(max(cases.count, 1))
    for _ in 0..<max(steps, 1) {
      let slopes = zip(gradient(of: model, cases: cases), model.weights).map { decay * $0.1 - share * $0.0 }
      model.weights = adam.step(from: model.weights, along: slopes)
    }
    model.gate = GateTrainer().fit(cases.compactMap { lesson($0, model: model) })
    return model
  }

  /// What a case teaches the gate; nil where there is no section to answer with.
  private func lesson(_ item: Case, model: RankingModel) -> GateTrainer.Lesson? {
    let scores = item.candidates.map(model.score)
    return DecliningGate.inputs(model.weigh(item.candidates), scores: scores).map { inputs in
      (inputs, item.right.contains { item.candidates[$0].section == nil })
    }
  }

  private func gradient(of model: RankingModel, cases: [Case]) -> [Float] {
    var gradient = [Float](repeating: 0, count: model.weights.count)
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
