internal import Knowledge
internal import Matching

/// When a short question is read together with the title of the section it follows.
enum ContextReading {
  /// Longer questions stand alone.
  private static let longest = 9
  /// A refusal this sure stands: "does it hurt" is not answered because a test was spoken of before.
  private static let sureRefusal = 0.8
  /// An answer this sure stands.
  private static let sureAnswer = 0.55

  /// True where the question is short, names no disease and came out unsure.
  static func mayHelp(_ analysis: Analysis, parts: [MatchedPart]) -> Bool {
    guard analysis.terms.count <= longest, analysis.rivals.isEmpty, parts.count == 1, let part = parts.first else {
      return false
    }
    if analysis.subjects.contains(where: analysis.otherSubjects.contains) { return false }
    if leansWholly(analysis) { return true }
    switch part.outcome {
    case .answer(let ranked): return (ranked.first?.score ?? 0) < sureAnswer
    case .clarify: return true
    case .decline: return (part.explanation.candidates.first?.probability ?? 0) < sureRefusal
    case .smalltalk: return false
    }
  }

  /// True where no word has content of its own: "how long", "for how many years".
  private static func leansWholly(_ analysis: Analysis) -> Bool {
    analysis.subjects.isEmpty && analysis.terms.allSatisfy { $0.isFunctionWord || $0.facet != nil }
  }

  /// True where the reading in context is an answer from the last section, its parts or its neighbours, and surer.
  static func isBetter(_ inContext: [MatchedPart], than alone: [MatchedPart], knowledge: Knowledge, last: String)
    -> Bool
  {
    guard case .answer(let ranked)? = inContext.first?.outcome, let best = ranked.first else { return false }
    guard knowledge.section(best.section)?.document == knowledge.section(last)?.document else { return false }
    if case .answer(let before)? = alone.first?.outcome, let other = before.first { return best.score > other.score }
    return best.score >= 0.5
  }
}
