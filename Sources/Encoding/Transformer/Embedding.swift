/// What the network starts from: for each token its own numbers, those of its position, and those of "first text".
struct Embedding {
  private let words: UnsafePointer<Float>
  private let positions: UnsafePointer<Float>
  private let firstText: UnsafePointer<Float>
  private let norm: LayerNorm

  init(_ file: Safetensors) throws(EncoderError) {
    let size = BertShape.hidden
    words = try file.floats("embeddings.word_embeddings.weight", [BertShape.vocabulary, size])
    positions = try file.floats("embeddings.position_embeddings.weight", [BertShape.positions, size])
    firstText = try file.floats("embeddings.token_type_embeddings.weight", [BertShape.tokenTypes, size])
    norm = try LayerNorm(file, "embeddings.LayerNorm")
  }

  /// Fills a matrix: a column for each token, zeros behind them.
  func fill(_ matrix: Matrix, with tokens: [Int]) {
    for row in 0..<matrix.rows { matrix[row, matrix.lanes - 1] = .zero }
    for (column, token) in tokens.enumerated() {
      let (word, position) = (words + token * matrix.rows, positions + column * matrix.rows)
      for row in 0..<matrix.rows {
        matrix.floats[row * matrix.columns + column] = word[row] + firstText[row] + position[row]
      }
    }
    norm.apply(to: matrix)
  }
}
