/// Steps along a gradient whose size follows how steady each slope has been.
///
/// Source: D. Kingma, J. Ba, Adam: A Method for Stochastic Optimization, 2015.
struct Adam {
  private var means: [Float]
  private var squares: [Float]
  private var (meanLeft, squareLeft): (Float, Float) = (1, 1)
  private let rate: Float

  /// For so many weights; `rate` is the size of a step before scaling.
  init(count: Int, rate: Float) {
    means = [Float](repeating: 0, count: count)
    squares = means
    self.rate = rate
  }

  /// The weights after one step down the slopes.
  mutating func step(from weights: [Float], along slopes: [Float]) -> [Float] {
    meanLeft *= Self.meanKept
    squareLeft *= Self.squareKept
    return weights.indices.map { index in
      means[index] = Self.meanKept * means[index] + (1 - Self.meanKept) * slopes[index]
      squares[index] = Self.squareKept * squares[index] + (1 - Self.squareKept) * slopes[index] * slopes[index]
      let scale = (squares[index] / (1 - squareLeft)).squareRoot() + 1e-8
      return weights[index] - rate * means[index] / (1 - meanLeft) / scale
    }
  }

  private static let meanKept: Float = 0.9
  private static let squareKept: Float = 0.999
}
