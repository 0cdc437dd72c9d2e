internal import Foundation

/// Fits a ``DecliningGate`` to calibration questions by stochastic gradient descent. Seeded: the same bytes every time.
///
/// Source of the step rule: D. Kingma, J. Ba, Adam, 2015.
struct GateTrainer {
  /// Inputs of the gate for one question, and whether declining is right.
  typealias Lesson = (inputs: [Float], declines: Bool)

  /// Hidden units.
  var units = 12
  /// Passes over the lessons.
  var passes = 60
  /// Lessons a step.
  var batch = 100
  /// Size of a step before Adam's scaling.
  var rate: Float = 0.002
  /// Pull of each weight towards zero.
  var decay: Float = 7e-4

  /// The fitted gate; nil without lessons of both kinds. O(passes x lessons x inputs x units).
  func fit(_ lessons: [Lesson]) -> DecliningGate? {
    guard lessons.contains(where: \.declines), lessons.contains(where: { !$0.declines }) else { return nil }
    var generator = SeededGenerator(seed: 0x6761_7465)
    var gate = blank(lessons.map(\.inputs), using: &generator)
    let inputs = lessons.map { gate.standardized($0.inputs) }
    let targets = lessons.map { $0.declines ? Float(1) : 0 }
    var adam = Adam(count: weights(of: gate).count, rate: rate)
    var order = Array(lessons.indices)
    for _ in 0..<passes {
      order.shuffle(using: &generator)
      for start in stride(from: 0, to: order.count, by: batch) {
        let chosen = order[start..<min(start + batch, order.count)]
        let slopes = gradient(of: gate, inputs: inputs, targets: targets, lessons: chosen)
        gate = gate.replacing(adam.step(from: weights(of: gate), along: slopes))
      }
    }
    return gate
  }

  private func blank(_ inputs: [[Float]], using generator: inout SeededGenerator) -> DecliningGate {
    let count = Float(inputs.count)
    let columns = inputs[0].indices
    let means = columns.map { column in inputs.reduce(0) { $0 + $1[column] } / count }
    let scales = columns.map { column in
      let variance = inputs.reduce(0) { $0 + pow($1[column] - means[column], 2) } / count
      return variance > 1e-8 ? variance.squareRoot() : 1
    }
    let spread = (6 / Float(columns.count + units)).squareRoot()
    let hidden = (0..<units).map { _ in columns.map { _ in Float.random(in: -spread...spread, using: &generator) } }
    let output = (0..<units).map { _ in Float.random(in: -spread...spread, using: &generator) }
    return DecliningGate(
      means: means, scales: scales, hidden: hidden, hiddenBias: [Float](repeating: 0, count: units), output: output,
      outputBias: 0)
  }

  /// Every weight in one row: the hidden units', the output's, then the biases.
  private func weights(of gate: DecliningGate) -> [Float] {
    gate.hidden.flatMap(\.self) + gate.output + gate.hiddenBias + [gate.outputBias]
  }

  /// What each weight is to be lowered along, in the order of ``weights(of:)``.
  private func gradient(
    of gate: DecliningGate, inputs: [[Float]], targets: [Float], lessons: ArraySlice<Int>
  ) -> [Float] {
    let width = gate.means.count
    var slopes = weights(of: gate).map { $0 * decay }
    let (output, biases) = (units * width, units * width + units)
    let share = 1 / Float(lessons.count)
    for lesson in lessons {
      let activations = gate.activations(inputs[lesson])
      let score = zip(gate.output, activations).reduce(gate.outputBias) { $0 + $1.0 * $1.1 }
      let error = (DecliningGate.logistic(score) - targets[lesson]) * share
      slopes[biases + units] += error
      for unit in 0..<units {
        slopes[output + unit] += error * activations[unit]
        let back = error * gate.output[unit] * (1 - activations[unit] * activations[unit])
        slopes[biases + unit] += back
        for column in 0..<width { slopes[unit * width + column] += back * inputs[lesson][column] }
      }
    }
    return slopes
  }
}

extension DecliningGate {
  /// The gate with other weights, in the trainer's order.
  fileprivate func replacing(_ weights: [Float]) -> DecliningGate {
    let (width, units) = (means.count, output.count)
    var gate = self
    for unit in 0..<units { gate.hidden[unit] = Array(weights[unit * width..<(unit + 1) * width]) }
    gate.output = Array(weights[units * width..<units * width + units])
    gate.hiddenBias = Array(weights[units * width + units..<units * width + 2 * units])
    gate.outputBias = weights[units * width + 2 * units]
    return gate
  }
}
