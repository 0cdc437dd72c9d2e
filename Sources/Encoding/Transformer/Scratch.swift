/// The memory of a pass, made once for the longest text and used again for every one.
///
/// 4 MB, of which a question touches a tenth.
final class Scratch {
  private let memory: UnsafeMutableRawPointer
  private static let columns = Matrix.columns(forTokens: WordPieceTokenizer.limit)
  /// Rows of all buffers together: hidden, query, key, value, context, wide, attention weights.
  private static let rows = 5 * BertShape.hidden + BertShape.wide + columns

  init() {
    let bytes = Self.rows * Self.columns * MemoryLayout<Float>.stride
    memory = .allocate(byteCount: bytes, alignment: 64)
    memory.initializeMemory(as: UInt8.self, repeating: 0, count: bytes)
  }

  deinit {
    memory.deallocate()
  }

  /// The buffers for a text of this many tokens; they hold what the last text left there.
  func buffers(forTokens tokens: Int) -> Buffers {
    let columns = Matrix.columns(forTokens: tokens)
    var free = memory
    func matrix(_ rows: Int) -> Matrix {
      defer { free += rows * columns * MemoryLayout<Float>.stride }
      return Matrix(memory: free, rows: rows, columns: columns)
    }
    return Buffers(
      tokens: tokens, hidden: matrix(BertShape.hidden), query: matrix(BertShape.hidden), key: matrix(BertShape.hidden),
      value: matrix(BertShape.hidden), context: matrix(BertShape.hidden), wide: matrix(BertShape.wide),
      weights: matrix(tokens))
  }
}
