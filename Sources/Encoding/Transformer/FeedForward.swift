/// The part of a layer that looks at each token alone: wider, GELU, back.
struct FeedForward {
  private let widen: Linear
  private let narrow: Linear

  /// The tensors of one layer, below `name`.
  init(_ file: Safetensors, _ name: String) throws(EncoderError) {
    widen = try Linear(file, name + ".intermediate.dense", outputs: BertShape.wide, inputs: BertShape.hidden)
    narrow = try Linear(file, name + ".output.dense", outputs: BertShape.hidden, inputs: BertShape.wide)
  }

  /// Adds to each token what it makes of itself.
  func add(to buffers: Buffers) {
    let wide = buffers.wide
    widen.apply(to: buffers.hidden, into: wide)
    for row in 0..<wide.rows {
      for lane in 0..<wide.lanes { wide[row, lane] = Functions.gelu(wide[row, lane]) }
    }
    narrow.add(wide, to: buffers.hidden)
  }
}
