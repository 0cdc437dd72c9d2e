/// One of the six layers: attention and feed-forward, each added to what came in and brought back to scale.
struct TransformerLayer {
  private let attention: Attention
  private let attentionNorm: LayerNorm
  private let feedForward: FeedForward
  private let outputNorm: LayerNorm

  /// The tensors of layer `number`, from 0.
  init(_ file: Safetensors, _ number: Int) throws(EncoderError) {
    let name = "encoder.layer.\(number)"
    attention = try Attention(file, name + ".attention")
    attentionNorm = try LayerNorm(file, name + ".attention.output.LayerNorm")
    feedForward = try FeedForward(file, name)
    outputNorm = try LayerNorm(file, name + ".output.LayerNorm")
  }

  /// Changes `buffers.hidden`; the other buffers are only used.
  func run(_ buffers: Buffers) {
    attention.add(to: buffers)
    attentionNorm.apply(to: buffers.hidden)
    feedForward.add(to: buffers)
    outputNorm.apply(to: buffers.hidden)
  }
}
