/// A row of numbers added to another: the innermost loop of training. Written over lanes of eight, since the compiler does not
/// turn the loop over single numbers into one.
enum ScaledRow {
  private typealias Lanes = SIMD8<Float>

  /// Adds `scale` times `count` numbers at `row` to those at `target`, after shrinking these by the factor `keep`.
  @inline(__always)
  static func add(
    _ scale: Float, _ row: UnsafePointer<Float>, to target: UnsafeMutablePointer<Float>, keeping keep: Float = 1,
    count: Int
  ) {
    let (source, sums) = (UnsafeRawPointer(row), UnsafeMutableRawPointer(target))
    let whole = count / Lanes.scalarCount * Lanes.scalarCount
    for offset in stride(from: 0, to: whole * MemoryLayout<Float>.stride, by: MemoryLayout<Lanes>.stride) {
      let added = source.loadUnaligned(fromByteOffset: offset, as: Lanes.self) * scale
      let sum = sums.loadUnaligned(fromByteOffset: offset, as: Lanes.self) * keep + added
      sums.storeBytes(of: sum, toByteOffset: offset, as: Lanes.self)
    }
    for index in whole..<count { target[index] = target[index] * keep + scale * row[index] }
  }
}
