/// Decides whether a question asks for several things, and what its parts come to.
///
/// The whole question always counts: it is overruled only by parts that are sure of themselves.
struct PartPlan {
  let whole: MatchedPart
  let analysis: Analysis
  let grid: AspectGrid

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
    if answers.count == 1 { return withRefusals(answers[0], refusals(matched)) }
    return [whole]
  }

  /// True where a word says that two things are asked: a comma alone may just as well set one thing apart.
  private var joinsTwo: Bool { analysis.terms.contains { ["and", "plus", "also"].contains($0.text) } }

  /// Both sides, where at least one can be answered; what the other document lacks is said beside it. A side that is unsure by
  /// itself takes the aspect of the other.
  private func comparison(_ sides: [MatchedPart]) -> [MatchedPart] {
    guard let aspect = comparedAspect(sides) else { return [whole] }
    let completed = zip(sides, analysis.rivals).map { side, subject in
      isAnswer(side) || self.aspect(of: side) == aspect ? side : twin(of: side, subject: subject, aspect: aspect)
    }
    return completed.contains(where: isAnswer) ? completed : [whole]
  }

  /// What both sides are compared in: the aspect of the surest answer, or else of the first hole.
  private func comparedAspect(_ sides: [MatchedPart]) -> String? {
    let surest = sides.filter(isAnswer).max { score(of: $0) < score(of: $1) }
    return surest.flatMap(aspect) ?? sides.lazy.compactMap(aspect).first
  }

  private func score(of part: MatchedPart) -> Double {
    if case .answer(let ranked) = part.outcome { return ranked.first?.score ?? 0 }
    return 0
  }

  private func twin(of side: MatchedPart, subject: String, aspect: String) -> MatchedPart {
    guard let section = grid.section(subject: subject, aspect: aspect) else {
      return side.replacing(.decline(.hole(subject: subject, aspect: aspect)))
    }
    return side.replacing(.answer([Ranked(section: section, score: Self.sure)]))
  }

  /// The aspect that a side was answered or declined for.
  private func aspect(of side: MatchedPart) -> String? {
    switch side.outcome {
    case .answer(let ranked): ranked.first.flatMap { grid.aspect(of: $0.section) }
    case .decline(.hole(_, let aspect)): aspect
    default: nil
    }
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
    guard !refusals.isEmpty, isAnswer(whole) ? section(of: answer) == section(of: whole) : joinsTwo else {
      return [whole]
    }
    return Array(([answer] + refusals).prefix(Self.limit))
  }

  private func isAnswer(_ part: MatchedPart) -> Bool { section(of: part) != nil }

  private func section(of part: MatchedPart) -> String? {
    if case .answer(let ranked) = part.outcome { return ranked.first?.section }
    return nil
  }
}
