package import Knowledge
internal import Matching

/// What no case of a run touches.
package struct Coverage: Sendable, Codable, Equatable {
  /// One kind of thing that cases should touch.
  package struct Part: Sendable, Codable, Equatable {
    /// What it is, in the plural.
    package let name: String
    /// How many there are.
    package let total: Int
    /// Ids that no case touches, in the order of the knowledge.
    package let untouched: [String]
  }

  /// Sections, gaps, kinds of small talk and safety classes.
  package let parts: [Part]

  /// What these cases leave out. A section, gap or safety class is touched where a case expects it; a kind of small
  /// talk where it is the reply to a question for which a case expects small talk.
  package init(of suites: [Suite], results: [SuiteResult], knowledge: Knowledge) {
    let expected = suites.flatMap(\.cases).flatMap(\.turns).compactMap(\.expectation)
    let sections = Set(expected.flatMap { $0.sections + $0.allSections })
    let gaps = Set(expected.flatMap { Self.gaps($0, knowledge: knowledge) })
    let classes = Set(expected.flatMap { ($0.safety?.classes.map(\.rawValue) ?? []) + $0.safetyAlso })
    let smalltalk = Self.smalltalk(suites, results: results)
    parts = [
      Self.part("sections", knowledge.sections.map(\.id), touched: sections),
      Self.part("gaps", knowledge.gaps.map(\.id), touched: gaps),
      Self.part("kinds of small talk", knowledge.smalltalk.map(\.id), touched: smalltalk),
      Self.part("safety classes", SafetyClass.allCases.map(\.rawValue), touched: classes),
    ]
  }

  private static func part(_ name: String, _ ids: [String], touched: Set<String>) -> Part {
    Part(name: name, total: ids.count, untouched: ids.filter { !touched.contains($0) })
  }

  private static func gaps(_ expectation: Expectation, knowledge: Knowledge) -> [String] {
    expectation.reasons.compactMap { reason in
      if case .exactly(let exact) = reason { knowledge.gap(behind: exact) } else { nil }
    }
  }

  private static func smalltalk(_ suites: [Suite], results: [SuiteResult]) -> Set<String> {
    var kinds: Set<String> = []
    for (canned, result) in zip(suites.flatMap(\.cases), results.flatMap(\.cases)) {
      for (turn, reply) in zip(canned.turns, result.turns) where turn.expectation?.kind == .smalltalk {
        if let kind = reply.smalltalk { kinds.insert(kind) }
      }
    }
    return kinds
  }
}
