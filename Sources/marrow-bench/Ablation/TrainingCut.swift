package import Knowledge
internal import Matching

/// Leaves out some of the lines that are learned from: the same ones on every run, since the hash of a line's text decides.
package enum TrainingCut: Sendable, Equatable {
  /// Keeps this share, 0 to 1.
  case share(Double)
  /// Leaves out so many.
  case without(Int)

  /// What tables call it.
  package var title: String {
    switch self {
    case .share(let share): "\(Int((share * 100).rounded())) %"
    case .without(let count): "without \(count)"
    }
  }

  /// The lines that stay, in their order.
  package func apply(to utterances: [Utterance]) -> [Utterance] {
    let kept =
      switch self {
      case .share(let share): Int((Double(utterances.count) * share).rounded())
      case .without(let count): utterances.count - count
      }
    let order = utterances.indices.sorted { (Self.hash(utterances[$0]), $0) < (Self.hash(utterances[$1]), $1) }
    return order.prefix(max(kept, 0)).sorted().map { utterances[$0] }
  }

  private static func hash(_ utterance: Utterance) -> UInt64 {
    var hash = FeatureHash(kind: "u")
    hash.combine(utterance.text)
    // The last step of FNV leaves neighbours in the alphabet near each other.
    var generator = SeededGenerator(seed: hash.value)
    return generator.next()
  }
}
