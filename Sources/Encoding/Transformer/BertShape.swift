/// The dimensions of all-MiniLM-L6-v2. A model file with others is refused.
package enum BertShape {
  /// Numbers a token is described by.
  package static let hidden = 384
  /// Numbers in the middle of the feed-forward part.
  package static let wide = 1536
  package static let layers = 6
  package static let heads = 12
  package static let headSize = hidden / heads
  package static let vocabulary = 30_522
  /// Positions that have an embedding; texts end at 256.
  package static let positions = 512
  package static let tokenTypes = 2
  /// What keeps LayerNorm from dividing by zero.
  package static let epsilon: Float = 1e-12
}
