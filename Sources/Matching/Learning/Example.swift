/// A training question: its features and how much of it belongs to each class.
struct Example: Sendable {
  let vector: SparseVector
  /// Class indexes that are right, each with an equal share.
  let classes: [Int]
}
