/// Training questions by feature: finds, for each class, how near its nearest question is.
struct NeighborIndex: Sendable {
  /// Postings of feature `f` stand at `offsets[f]..<offsets[f + 1]`.
  let offsets: [Int32]
  /// Which question a posting belongs to.
  let questions: [UInt16]
  /// The feature's value there, in 255ths of 1.
  let values: [UInt8]
  /// Class of each question (the first, where it has several).
  let classes: [UInt16]

  /// At most this many questions fit (16-bit numbers).
  static let capacity = Int(UInt16.max)

  /// Features of more questions than this are left out.
  static let longest = 1_500

  /// An index of the examples; those beyond ``capacity`` are left out.
  static func build(_ examples: [Example], features: Int) -> NeighborIndex {
    let kept = examples.prefix(capacity)
    var postings = [[(UInt16, UInt8)]](repeating: [], count: features)
    for (question, example) in kept.enumerated() {
      for (feature, value) in zip(example.vector.indexes, example.vector.values) {
        postings[Int(feature)].append((UInt16(question), UInt8(min(255, (value * 255).rounded()))))
      }
    }
    // What stands in so many questions tells none of them apart, and its list is what a question's time goes into.
    for feature in postings.indices where postings[feature].count > longest { postings[feature] = [] }
    var offsets: [Int32] = [0]
    for list in postings { offsets.append((offsets.last ?? 0) + Int32(list.count)) }
    return NeighborIndex(
      offsets: offsets, questions: postings.flatMap { $0.map(\.0) }, values: postings.flatMap { $0.map(\.1) },
      classes: kept.map { UInt16($0.classes.first ?? 0) })
  }

  /// Cosine of the question with the nearest training question of each class, 0 to 1. O(postings of its features).
  func similarities(_ vector: SparseVector, classCount: Int) -> [Float] {
    var sums = [Float](repeating: 0, count: classes.count)
    // The hottest loop of a question: without bounds checks, since the index was checked when it was read.
    sums.withUnsafeMutableBufferPointer { sums in
      questions.withUnsafeBufferPointer { questions in
        values.withUnsafeBufferPointer { values in
          for (feature, value) in zip(vector.indexes, vector.values) {
            let scaled = value / 255
            for posting in Int(offsets[Int(feature)])..<Int(offsets[Int(feature) + 1]) {
              sums[Int(questions[posting])] += scaled * Float(values[posting])
            }
          }
        }
      }
    }
    var nearest = [Float](repeating: 0, count: classCount)
    for (question, sum) in sums.enumerated() {
      let label = Int(classes[question])
      nearest[label] = max(nearest[label], sum)
    }
    return nearest
  }
}
