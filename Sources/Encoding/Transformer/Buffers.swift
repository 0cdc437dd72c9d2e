/// What a pass writes to, cut to the length of its text.
struct Buffers {
  /// Tokens of the text; the matrices have a few columns more.
  let tokens: Int
  /// Each token as the network sees it so far.
  let hidden: Matrix
  let query: Matrix
  let key: Matrix
  let value: Matrix
  /// What each token gathers from the others.
  let context: Matrix
  /// The middle of the feed-forward part.
  let wide: Matrix
  /// How much each token (column) attends to each (row), for one head at a time.
  let weights: Matrix
}
