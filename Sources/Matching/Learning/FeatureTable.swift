internal import Foundation

/// The features a model knows, with how telling each is (inverse document frequency).
struct FeatureTable: Sendable {
  /// Hashes in rising order; a feature's index is its place here.
  let hashes: [UInt64]
  /// Inverse document frequency by index.
  let idf: [Float]

  /// Learns the table from the features of every training question: those that stand in at least `minimum` of them.
  static func learn(from questions: [[RawFeature]], minimum: Int) -> FeatureTable {
    var counts: [UInt64: Int] = [:]
    for question in questions {
      for hash in Set(question.lazy.map(\.hash)) { counts[hash, default: 0] += 1 }
    }
    let kept = counts.filter { $0.value >= minimum }.sorted { $0.key < $1.key }
    let total = Double(questions.count)
    return FeatureTable(
      hashes: kept.map(\.key), idf: kept.map { Float(log((total + 1) / (Double($0.value) + 1)) + 1) })
  }

  /// The known features as a vector of length 1. O(features x log(table)).
  func vector(_ features: [RawFeature]) -> SparseVector {
    var entries: [(Int32, Float)] = []
    entries.reserveCapacity(features.count)
    for feature in features {
      guard let index = hashes.sortedIndex(of: feature.hash) else { continue }
      entries.append((Int32(index), feature.weight * idf[index]))
    }
    entries.sort { $0.0 < $1.0 }
    var vector = SparseVector.empty
    for (index, value) in entries where vector.indexes.last != index {
      vector.indexes.append(index)
      vector.values.append(value)
    }
    vector.normalize()
    return vector
  }
}
