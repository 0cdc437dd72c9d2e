/// What the encoder makes of a question.
struct EncodedFeatures: Sendable {
  /// Unit direction of the masked text.
  let direction: [Float]
  /// The direction's numbers followed by marks for the subjects: the input of the classifiers.
  let vector: SparseVector
}
