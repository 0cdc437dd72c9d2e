/// Finds the ids that somebody who mistyped one may have meant.
public struct NearestIDs {
  private let ids: [String]

  /// Least share of letter pairs in common that makes an id worth suggesting.
  private static let leastSimilarity = 0.35

  /// A finder among these ids.
  public init(_ ids: [String]) { self.ids = ids }

  /// At most `limit` ids, nearest first: those that contain what was written or share most letter pairs with it
  /// (Dice's coefficient). O(ids).
  public func suggestions(for written: String, limit: Int = 3) -> [String] {
    let wanted = written.lowercased()
    let rated = ids.map { ($0, similarity(of: $0.lowercased(), to: wanted)) }.filter { $0.1 >= Self.leastSimilarity }
    return rated.sorted { ($1.1, $0.0) < ($0.1, $1.0) }.prefix(limit).map(\.0)
  }

  private func similarity(of id: String, to wanted: String) -> Double {
    let (one, two) = (pairs(of: id), pairs(of: wanted))
    let shared = one.reduce(0) { $0 + min($1.value, two[$1.key] ?? 0) }
    let dice = Double(2 * shared) / Double(max(one.values.reduce(0, +) + two.values.reduce(0, +), 1))
    return wanted.count > 2 && id.contains(wanted) ? max(dice, 0.9) : dice
  }

  private func pairs(of text: String) -> [String: Int] {
    zip(text, text.dropFirst()).reduce(into: [:]) { $0[String([$1.0, $1.1]), default: 0] += 1 }
  }
}
