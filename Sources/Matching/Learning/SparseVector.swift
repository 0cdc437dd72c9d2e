/// A vector of few entries, by rising index.
struct SparseVector: Sendable {
  /// Which entries.
  var indexes: [Int32]
  /// Their values.
  var values: [Float]

  static let empty = SparseVector(indexes: [], values: [])

  /// Scales to length 1; a zero vector stays as it is.
  mutating func normalize() {
    let length = values.reduce(0) { $0 + $1 * $1 }.squareRoot()
    guard length > 0 else { return }
    for index in values.indices { values[index] /= length }
  }
}
