internal import Synchronization

/// The last few directions, by hash of their text: parts of a question that differ in
/// their subject alone read the same once it is masked, and a pass costs milliseconds.
final class DirectionMemo: Sendable {
  /// Directions kept.
  private static let limit = 32

  private let entries = Mutex<[(key: UInt64, direction: [Float])]>([])

  /// The direction of a text, from the memo or from `encode`.
  func direction(of text: String, encode: (String) -> [Float]) -> [Float] {
    var hash = FeatureHash(kind: "m")
    hash.combine(text)
    let key = hash.value
    if let found = entries.withLock({ $0.first { $0.key == key }?.direction }) { return found }
    let direction = encode(text)
    entries.withLock { entries in
      if entries.count >= Self.limit { entries.removeFirst() }
      entries.append((key, direction))
    }
    return direction
  }
}
