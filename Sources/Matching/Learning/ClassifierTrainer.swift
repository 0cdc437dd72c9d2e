internal import Foundation

/// Trains a ``LinearClassifier`` by stochastic gradient descent with AdaGrad steps, one a feature.
///
/// Source: J. Duchi, E. Hazan, Y. Singer, Adaptive Subgradient Methods, 2011. Features are left out at random in each pass,
/// so that no single word carries a class. Seeded: the same examples give the same weights, bit by bit.
struct ClassifierTrainer {
  /// Passes over the examples.
  var passes = 10
  /// Step size before AdaGrad's scaling.
  var rate: Float = 0.6
  /// Share of features left out in a pass.
  var dropout: Float = 0.2
  /// Shrinks the weights of a feature at each use.
  var decay: Float = 2e-5
  /// Share of probability spread over all classes, against over-confidence.
  var smoothing: Float = 0.05

  /// The trained classifier. O(passes x examples x features x classes).
  func train(_ examples: [Example], features: Int, classes: Int) -> LinearClassifier {
    var weights = [Float](repeating: 0, count: features * classes)
    var squares = [Float](repeating: 1e-2, count: features)
    var bias = [Float](repeating: 0, count: classes)
    let importance = importances(of: examples, classes: classes)
    var generator = SeededGenerator(seed: 0x6d61_7272_6f77)
    var order = Array(examples.indices)
    for pass in 0..<passes {
      order.shuffle(using: &generator)
      let step = rate / (1 + 0.25 * Float(pass))
      for index in order {
        let sample = thinned(examples[index].vector, using: &generator)
        let gradient = gradient(
          of: sample, classes: examples[index].classes, weights: weights, bias: bias, importance: importance)
        update(&weights, &squares, &bias, with: gradient, at: sample, step: step)
      }
    }
    return quantized(weights, bias: bias, features: features, classes: classes)
  }

  /// Rare classes count for more, by the cube root of how rare they are.
  private func importances(of examples: [Example], classes: Int) -> [Float] {
    var counts = [Float](repeating: 0, count: classes)
    for example in examples { for label in example.classes { counts[label] += 1 / Float(example.classes.count) } }
    let mean = Float(examples.count) / Float(max(classes, 1))
    return counts.map { $0 > 0 ? min(pow(mean / $0, 0.33), 3) : 1 }
  }

  private func thinned(_ vector: SparseVector, using generator: inout SeededGenerator) -> SparseVector {
    var thinned = SparseVector.empty
    let threshold = UInt64(dropout * 65536)
    for (index, value) in zip(vector.indexes, vector.values) where generator.next() & 0xFFFF >= threshold {
      thinned.indexes.append(index)
      thinned.values.append(value)
    }
    return thinned
  }

  private func gradient(
    of vector: SparseVector, classes: [Int], weights: borrowing [Float], bias: [Float], importance: [Float]
  ) -> [Float] {
    var scores = bias
    let count = bias.count
    scores.withUnsafeMutableBufferPointer { scores in
      weights.withUnsafeBufferPointer { weights in
        guard let sums = scores.baseAddress, let rows = weights.baseAddress else { return }
        for (feature, value) in zip(vector.indexes, vector.values) {
          ScaledRow.add(value, rows + Int(feature) * count, to: sums, count: count)
        }
      }
    }
    var gradient = Softmax.probabilities(scores)
    let share = (1 - smoothing) / Float(classes.count)
    let weight = classes.reduce(0) { $0 + importance[$1] } / Float(classes.count)
    for label in gradient.indices { gradient[label] -= smoothing / Float(count) }
    for label in classes { gradient[label] -= share }
    for label in gradient.indices { gradient[label] *= weight }
    return gradient
  }

  private func update(
    _ weights: inout [Float], _ squares: inout [Float], _ bias: inout [Float], with gradient: [Float],
    at vector: SparseVector, step: Float
  ) {
    let count = gradient.count
    let energy = gradient.reduce(0) { $0 + $1 * $1 }
    for label in 0..<count { bias[label] -= step * 0.02 * gradient[label] }
    let keep = 1 - decay
    let pushed = gradient.indices.filter { abs(gradient[$0]) > Self.negligible }
    let isSparse = pushed.count < count / Self.sparseShare
    weights.withUnsafeMutableBufferPointer { weights in
      gradient.withUnsafeBufferPointer { gradient in
        guard let rows = weights.baseAddress, let pushes = gradient.baseAddress else { return }
        for (feature, value) in zip(vector.indexes, vector.values) {
          let index = Int(feature)
          squares[index] += energy * value * value
          let scale = step * value / squares[index].squareRoot()
          let row = rows + index * count
          if isSparse {
            for label in pushed { row[label] = row[label] * keep - scale * gradient[label] }
          } else {
            ScaledRow.add(-scale, pushes, to: row, keeping: keep, count: count)
          }
        }
      }
    }
  }

  /// A push smaller than this moves no decision; after the first pass that is so for nearly all classes of an example.
  private static let negligible: Float = 5e-4
  /// Below one class in so many, moving them singly is faster than moving the whole row at once.
  private static let sparseShare = 6

  private func quantized(_ weights: [Float], bias: [Float], features: Int, classes: Int) -> LinearClassifier {
    var bytes = [Int8](repeating: 0, count: weights.count)
    var scales = [Float](repeating: 0, count: features)
    for feature in 0..<features {
      let row = feature * classes..<(feature + 1) * classes
      let largest = weights[row].reduce(0) { max($0, abs($1)) }
      guard largest > 0 else { continue }
      scales[feature] = largest / 127
      for index in row { bytes[index] = Int8((weights[index] / scales[feature]).rounded()) }
    }
    return LinearClassifier(
      classCount: classes, weights: bytes.withUnsafeBytes { Data($0) }, scales: scales, bias: bias)
  }
}
