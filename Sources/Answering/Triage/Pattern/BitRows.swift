/// Rows of bits of one width, kept in one array.
struct BitRows: Sendable {
  private var words: [UInt64]
  private let stride: Int

  /// Makes rows without a bit set.
  init(rows: Int, width: Int) {
    stride = (width + 63) / 64
    words = [UInt64](repeating: 0, count: rows * stride)
  }

  /// Sets one bit.
  mutating func set(_ bit: Int, in row: Int) {
    words[row * stride + bit >> 6] |= 1 << UInt64(bit & 63)
  }

  /// Whether one bit is set.
  func has(_ bit: Int, in row: Int) -> Bool {
    words[row * stride + bit >> 6] & (1 << UInt64(bit & 63)) != 0
  }
}
