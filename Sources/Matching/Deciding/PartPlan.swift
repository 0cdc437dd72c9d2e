/// Decides whether a question asks for several things, and what its parts come to.
///
/// The whole question always counts: it is overruled only by parts that are sure of themselves.
struct PartPlan {
  let whole: MatchedPart
  let analysis: Analysis

  /// A part must be this sure to stand beside others.
  private static let sure = 0.55
  /// Parts must be this sure to overrule a whole that is declined.
  private static let overruling = 0.8
  /// Parts shown at most.
  private static let limit = 4

  /// The parts: the whole alone, or two to four of them with different outcomes.
  func parts(matching match: (Analysis) -> MatchedPart) -> [MatchedPart] {
    let segments = QuestionSegments.segments(of: analysis)
    let rivals = analysis.rivals
    if rivals.count == 2 {
      let ownFrames = segments.filter { $0.rivals.count == 1 && !$0.terms.allSatisfy { $0.subject == nil } }
      if Set(ownFrames.flatMap(\.rivals)).count < 2 { return comparison(rivals.map { match(analysis.about($0)) }) }
    }
    let matched = segments.map(match)
    let answers = distinctAnswers(matched)
    if answers.count >= 2 { return ordered(answers + refusals(matched)) }
    if rivals.count == 2 { return comparison(rivals.map { match(analysis.about($0)) }) }
    if answers.count == 1, isAnswer(whole) { return withRefusals(answers[0], refusals(matched)) }
    return [whole]
  }

  /// Both sides, where at least one can be answered; what the other document lacks is said beside it.
  private func comparison(_ sides: [MatchedPart]) -> [MatchedPart] {
    sides.contains(where: isAnswer) ? sides : [whole]
  }

  /// Answers of different sections, each sure enough.
  private func distinctAnswers(_ parts: [MatchedPart]) -> [MatchedPart] {
    let bar = isAnswer(whole) ? Self.sure : Self.overruling
    var seen: Set<String> = []
    return parts.filter { part in
      guard case .answer(let ranked) = part.outcome, let best = ranked.first, best.score >= bar else { return false }
      return seen.insert(best.section).inserted
    }
  }

  /// Parts that are declined by name, and surely.
  private func refusals(_ parts: [MatchedPart]) -> [MatchedPart] {
    parts.filter { part in
      guard case .decline(let reason) = part.outcome, let best = part.explanation.candidates.first else { return false }
      switch reason {
      case .gap, .hole: return best.section == nil && best.probability >= Self.overruling
      case .otherSubject, .offTopic, .unclear, .otherLanguage: return false
      }
    }
  }

  /// The whole's own section first, then the parts in the order asked.
  private func ordered(_ parts: [MatchedPart]) -> [MatchedPart] {
    let first = section(of: whole)
    let front = parts.filter { section(of: $0) == first && first != nil }
    let rest = parts.filter { section(of: $0) != first || first == nil }
    return Array((front + rest).prefix(Self.limit))
  }

  private func withRefusals(_ answer: MatchedPart, _ refusals: [MatchedPart]) -> [MatchedPart] {
    guard section(of: answer) == section(of: whole), !refusals.isEmpty else { return [whole] }
    return Array(([whole] + refusals).prefix(Self.limit))
  }

  private func isAnswer(_ part: MatchedPart) -> Bool { section(of: part) != nil }

  private func section(of part: MatchedPart) -> String? {
    if case .answer(let ranked) = part.outcome { return ranked.first?.section }
    return nil
  }
}
