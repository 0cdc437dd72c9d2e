/// One thing taken for another.
package struct Confusion: Sendable, Codable, Hashable {
  /// What was wanted, for instance `all/symptoms` or `safety emergency`.
  package let wanted: String
  /// What came.
  package let got: String

  /// The confusion of a reply, from the first mismatch about what it is; nil where only words are wrong.
  static func of(_ mismatches: [Mismatch], expected: Expectation?, answer: Answer) -> Confusion? {
    if let safety = mismatches.first(where: { $0.assertion == "safety" }) {
      return Confusion(wanted: "safety \(safety.wanted)", got: "safety \(safety.got)")
    }
    let order = ["sections", "sections_all", "reason", "kind"]
    let about = order.lazy.compactMap { name in mismatches.first { $0.assertion == name } }.first
    guard let about else { return nil }
    let sections = expected?.sections.joined(separator: " | ") ?? ""
    let wanted = about.assertion == "kind" && !sections.isEmpty ? sections : about.wanted
    return Confusion(wanted: wanted, got: Outcome.written(answer))
  }
}
