/// Eight numbers side by side: of one feature, for eight neighbouring tokens.
package typealias Lanes = SIMD8<Float>

/// A view of scratch memory as rows of 32-bit floats.
///
/// Everywhere in the network **rows are features and columns are tokens**. OpenBLAS is fastest that way round for texts of a
/// sentence's length, and whatever runs over features runs over whole lanes of tokens. Columns are a multiple of eight;
/// those behind the last token hold finite numbers that nobody reads.
struct Matrix {
  /// Aligned for ``Lanes``.
  let memory: UnsafeMutableRawPointer
  let rows: Int
  let columns: Int

  /// The number of columns that holds this many tokens.
  static func columns(forTokens count: Int) -> Int {
    (count + Lanes.scalarCount - 1) / Lanes.scalarCount * Lanes.scalarCount
  }

  /// Lanes in a row.
  var lanes: Int { columns / Lanes.scalarCount }

  /// For BLAS, and for single numbers.
  var floats: UnsafeMutablePointer<Float> { memory.assumingMemoryBound(to: Float.self) }

  subscript(row: Int, lane: Int) -> Lanes {
    get { memory.load(fromByteOffset: offset(row, lane), as: Lanes.self) }
    nonmutating set { memory.storeBytes(of: newValue, toByteOffset: offset(row, lane), as: Lanes.self) }
  }

  /// Some of the rows, in place.
  func rows(from first: Int, count: Int) -> Matrix {
    Matrix(memory: memory + offset(first, 0), rows: count, columns: columns)
  }

  private func offset(_ row: Int, _ lane: Int) -> Int {
    row * columns * MemoryLayout<Float>.stride + lane * MemoryLayout<Lanes>.stride
  }
}
