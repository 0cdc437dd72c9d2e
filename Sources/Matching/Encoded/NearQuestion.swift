/// A training question that is near in meaning.
struct NearQuestion {
  /// Its place in the index.
  let question: Int
  /// Cosine with it.
  let similarity: Float
}
