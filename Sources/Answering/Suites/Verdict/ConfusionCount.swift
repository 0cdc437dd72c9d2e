/// How often one thing was taken for another.
package struct ConfusionCount: Sendable, Codable, Equatable {
  /// What was wanted.
  package let wanted: String
  /// What came.
  package let got: String
  /// Questions in which it happened.
  package let count: Int

  /// The confusions of these suites, the most frequent first, then by name.
  package static func list(_ suites: [SuiteResult]) -> [ConfusionCount] {
    let all = suites.flatMap(\.cases).flatMap(\.turns).compactMap(\.confusion)
    let counts = Dictionary(all.map { ($0, 1) }, uniquingKeysWith: +)
    return counts.map { ConfusionCount(wanted: $0.wanted, got: $0.got, count: $1) }
      .sorted { (-$0.count, $0.wanted, $0.got) < (-$1.count, $1.wanted, $1.got) }
  }
}
