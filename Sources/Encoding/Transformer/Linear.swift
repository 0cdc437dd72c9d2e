import OpenBLAS

/// A layer `W x + b`, its numbers in the mapped file.
struct Linear {
  private let weight: UnsafePointer<Float>
  private let bias: UnsafePointer<Float>
  private let outputs: Int
  private let inputs: Int

  /// Up to this many multiplications OpenBLAS (on processors with AVX-512) works on the matrices as they lie. Above, it first
  /// copies them into panels, which for a short text takes as long as the product. So products are asked for in slices.
  private static let smallProduct = 1_000_000
  /// For longer texts the panels pay off: measured at 80 (slices 20 % faster) and 96 tokens (equal).
  private static let longestSliced = 80

  /// The tensors `name.weight` and `name.bias`.
  init(_ file: Safetensors, _ name: String, outputs: Int, inputs: Int) throws(EncoderError) {
    weight = try file.floats(name + ".weight", [outputs, inputs])
    bias = try file.floats(name + ".bias", [outputs])
    (self.outputs, self.inputs) = (outputs, inputs)
  }

  /// Sets `output` to `W input + b`.
  func apply(to input: Matrix, into output: Matrix) {
    for row in 0..<outputs {
      let value = Lanes(repeating: bias[row])
      for lane in 0..<output.lanes { output[row, lane] = value }
    }
    addProduct(input, to: output)
  }

  /// Adds `W input + b` to `output`.
  func add(_ input: Matrix, to output: Matrix) {
    for row in 0..<outputs {
      let value = bias[row]
      for lane in 0..<output.lanes { output[row, lane] += value }
    }
    addProduct(input, to: output)
  }

  private func addProduct(_ input: Matrix, to output: Matrix) {
    let slice = sliceRows(columns: input.columns)
    var row = 0
    while row < outputs {
      let rows = min(slice, outputs - row)
      let columns = Int32(input.columns)
      cblas_sgemm(
        CblasRowMajor, CblasNoTrans, CblasNoTrans, Int32(rows), columns, Int32(inputs), 1,
        weight + row * inputs, Int32(inputs), input.floats, columns, 1, output.floats + row * input.columns, columns)
      row += rows
    }
  }

  /// Outputs to compute in one product.
  private func sliceRows(columns: Int) -> Int {
    guard columns <= Self.longestSliced else { return outputs }
    return Self.smallProduct / (columns * inputs) / 8 * 8
  }
}
