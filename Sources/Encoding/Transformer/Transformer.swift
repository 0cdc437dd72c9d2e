import Foundation

/// The network: embedding, six layers, mean over tokens, unit length.
///
/// Holds the mapped weights and the scratch space, so it serves one text at a time.
final class Transformer {
  /// Keeps every pointer of the parts below alive.
  private let file: Safetensors
  private let embedding: Embedding
  private let layers: [TransformerLayer]
  private let scratch = Scratch()

  /// Maps the weights and checks every tensor that is used.
  ///
  /// - Throws: whatever ``Safetensors`` finds wrong.
  init(file url: URL) throws(EncoderError) {
    file = try Safetensors(url)
    embedding = try Embedding(file)
    var layers: [TransformerLayer] = []
    for number in 0..<BertShape.layers { layers.append(try TransformerLayer(file, number)) }
    self.layers = layers
  }

  /// Unit length, or zeros if the network gives nothing at all.
  ///
  /// - Precondition: 1 to 256 tokens of the vocabulary, as the tokenizer gives them.
  func sentence(of tokens: [Int]) -> [Float] {
    let buffers = scratch.buffers(forTokens: tokens.count)
    embedding.fill(buffers.hidden, with: tokens)
    for layer in layers { layer.run(buffers) }
    return Self.unit(Self.sums(buffers.hidden, tokens: tokens.count))
  }

  /// Each feature over all tokens. The sum will do for the mean, since only the direction is kept.
  private static func sums(_ hidden: Matrix, tokens: Int) -> [Float] {
    (0..<hidden.rows).map { row in
      var sum: Float = 0
      for column in 0..<tokens { sum += hidden.floats[row * hidden.columns + column] }
      return sum
    }
  }

  private static func unit(_ vector: [Float]) -> [Float] {
    let length = vector.reduce(0) { $0 + $1 * $1 }.squareRoot()
    return length > 0 ? vector.map { $0 / length } : vector
  }
}
