internal import Knowledge

/// The marks that stand behind a direction: which subjects a question names.
struct SubjectFeatures: Sendable {
  private let places: [String: Int]
  private let dimensions: Int

  /// Length of the direction as the classifiers see it: the trainer's steps are made for numbers of about this size.
  private static let length: Float = 8
  /// How much a mark counts beside it.
  private static let weight: Float = 2

  init(knowledge: Knowledge, dimensions: Int) {
    self.dimensions = dimensions
    let own = knowledge.documents.map(\.subject)
    places = Dictionary(own.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Number of features in all: the direction, a mark a document, and marks for "another subject", "the field", "none".
  var count: Int { dimensions + places.count + 3 }

  /// The direction with the marks of the question's subjects.
  func vector(_ direction: [Float], _ analysis: Analysis) -> SparseVector {
    let marks = Set(analysis.subjects.map { places[$0] ?? places.count }).sorted()
    let none = places.count + (analysis.namesField ? 1 : 2)
    let all = marks.isEmpty ? [none] : marks
    return SparseVector(
      indexes: Array(0..<Int32(dimensions)) + all.map { Int32(dimensions + $0) },
      values: direction.map { $0 * Self.length } + all.map { _ in Self.weight })
  }
}
