/// Brings each token's features to mean 0 and variance 1, then scales and shifts them.
struct LayerNorm {
  private let scale: UnsafePointer<Float>
  private let shift: UnsafePointer<Float>

  /// The tensors `name.weight` and `name.bias`.
  init(_ file: Safetensors, _ name: String) throws(EncoderError) {
    scale = try file.floats(name + ".weight", [BertShape.hidden])
    shift = try file.floats(name + ".bias", [BertShape.hidden])
  }

  /// In place.
  func apply(to matrix: Matrix) {
    for lane in 0..<matrix.lanes { apply(to: matrix, lane) }
  }

  /// Eight tokens at once, since tokens are columns.
  private func apply(to matrix: Matrix, _ lane: Int) {
    let count = Float(matrix.rows)
    var sum = Lanes.zero
    for row in 0..<matrix.rows { sum += matrix[row, lane] }
    let mean = sum / count
    var squares = Lanes.zero
    for row in 0..<matrix.rows {
      let distance = matrix[row, lane] - mean
      squares += distance * distance
    }
    let factor = 1 / (squares / count + BertShape.epsilon).squareRoot()
    for row in 0..<matrix.rows {
      matrix[row, lane] = (matrix[row, lane] - mean) * factor * scale[row] + shift[row]
    }
  }
}
