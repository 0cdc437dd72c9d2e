import OpenBLAS

/// Lets every token look at every other: twelve heads, each on 32 features of its own.
struct Attention {
  private let query: Linear
  private let key: Linear
  private let value: Linear
  private let output: Linear

  /// The tensors of one layer, below `name`.
  init(_ file: Safetensors, _ name: String) throws(EncoderError) {
    let size = BertShape.hidden
    query = try Linear(file, name + ".self.query", outputs: size, inputs: size)
    key = try Linear(file, name + ".self.key", outputs: size, inputs: size)
    value = try Linear(file, name + ".self.value", outputs: size, inputs: size)
    output = try Linear(file, name + ".output.dense", outputs: size, inputs: size)
  }

  /// Adds to each token what it gathers from the others.
  func add(to buffers: Buffers) {
    query.apply(to: buffers.hidden, into: buffers.query)
    key.apply(to: buffers.hidden, into: buffers.key)
    value.apply(to: buffers.hidden, into: buffers.value)
    for head in 0..<BertShape.heads { gather(head, buffers) }
    output.add(buffers.context, to: buffers.hidden)
  }

  /// Weights of one head, then the mean of its values under those weights.
  private func gather(_ head: Int, _ buffers: Buffers) {
    let first = head * BertShape.headSize
    func part(_ matrix: Matrix) -> UnsafeMutablePointer<Float> {
      matrix.rows(from: first, count: BertShape.headSize).floats
    }
    let (tokens, size, columns) = (Int32(buffers.tokens), Int32(BertShape.headSize), Int32(buffers.hidden.columns))
    cblas_sgemm(
      CblasRowMajor, CblasTrans, CblasNoTrans, tokens, columns, size, 1 / Float(size).squareRoot(),
      part(buffers.key), columns, part(buffers.query), columns, 0, buffers.weights.floats, columns)
    softmax(buffers.weights)
    cblas_sgemm(
      CblasRowMajor, CblasNoTrans, CblasNoTrans, size, columns, tokens, 1,
      part(buffers.value), columns, buffers.weights.floats, columns, 0, part(buffers.context), columns)
  }

  /// Makes each column positive with sum 1. Rows are real tokens only, so nothing has to be masked.
  private func softmax(_ weights: Matrix) {
    for lane in 0..<weights.lanes {
      var top = weights[0, lane]
      for row in 1..<weights.rows { top = pointwiseMax(top, weights[row, lane]) }
      var sum = Lanes.zero
      for row in 0..<weights.rows {
        let share = Functions.exponential(weights[row, lane] - top)
        weights[row, lane] = share
        sum += share
      }
      let factor = 1 / sum
      for row in 0..<weights.rows { weights[row, lane] *= factor }
    }
  }
}
