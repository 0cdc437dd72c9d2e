internal import Knowledge

/// Turns weighed candidates into an outcome, and says by which rule.
struct Decider: Sendable {
  let knowledge: Knowledge
  let grid: AspectGrid
  let classes: ClassTable
  let sentences: SentenceRanker
  let refusals: RefusalClasses
  let point: OperatingPoint

  /// An outcome and the rule that gave it.
  struct Decision {
    let outcome: MatchOutcome
    let rule: String
  }

  /// Decides. `weighed` has the declining candidate somewhere in it.
  func decide(_ analysis: Analysis, evidence: Evidence, weighed: [Candidate]) -> Decision {
    if analysis.terms.isEmpty { return Decision(outcome: .decline(.unclear), rule: "no words") }
    if analysis.isForeign { return Decision(outcome: .decline(.otherLanguage), rule: "another language") }
    let declining = weighed.first { $0.section == nil }?.probability ?? 0
    let answers = weighed.filter { $0.section != nil }.sorted {
      ($1.probability, $0.section ?? 0) < ($0.probability, $1.section ?? 0)
    }
    guard Double(declining) < point.declineAt, let best = answers.first,
      Double(massOfReading(best, in: answers)) >= point.answerFrom
    else {
      return declined(analysis, evidence: evidence, probability: declining)
    }
    if let hole = holeInstead(of: best, analysis: analysis, evidence: evidence) {
      return Decision(
        outcome: .decline(hole), rule: "the aspect asked for is one that the subject's document does not have")
    }
    if let readings = readingsToOffer(answers, analysis: analysis) {
      return Decision(outcome: .clarify(readings), rule: "two readings are about equally likely")
    }
    return Decision(
      outcome: .answer([ranked(best, analysis: analysis)]),
      rule: "\(knowledge.sections[best.section ?? 0].id) is the most likely reading")
  }

  /// Probability of a section and of those that answer the same aspect of other subjects.
  private func massOfReading(_ best: Candidate, in answers: [Candidate]) -> Float {
    let aspect = best.section.map { knowledge.sections[$0].aspect }
    return answers.reduce(0) { sum, candidate in
      candidate.section.map { knowledge.sections[$0].aspect } == aspect ? sum + candidate.probability : sum
    }
  }

  /// Twins of several subjects where the question names none of them, close enough to ask back.
  private func readingsToOffer(_ answers: [Candidate], analysis: Analysis) -> [Ranked]? {
    guard answers.count > 1, let first = answers[0].section, let second = answers[1].section else { return nil }
    let close = Double(answers[1].probability) >= point.clarifyFrom * Double(answers[0].probability)
    let (one, other) = (knowledge.sections[first], knowledge.sections[second])
    guard close, one.aspect == other.aspect, one.document != other.document else { return nil }
    return [ranked(answers[0], analysis: analysis), ranked(answers[1], analysis: analysis)]
  }

  /// The grid's word against the ranking: where the text with its subject masked asks for an aspect that the subject's document
  /// lacks, more surely than for the section's own, the section is not an answer, however near its words are.
  private func holeInstead(of best: Candidate, analysis: Analysis, evidence: Evidence) -> Reason? {
    let own = analysis.subjects.filter { !analysis.otherSubjects.contains($0) }
    guard best.probability < Self.sure, let section = best.section,
      let hole = likeliestHole(own: own, analysis: analysis, evidence: evidence)
    else {
      return nil
    }
    let aspect = knowledge.sections[section].aspect
    let index = classes.aspect.firstIndex { $0 == .aspect(aspect) }
    let ownMass = index.map { evidence.aspect[$0] } ?? 0
    let ratio = best.probability < Self.unsure ? Self.unsureHoleRatio : Self.holeRatio
    return hole.mass > ratio * ownMass ? hole.reason : nil
  }

  /// A section this likely stands: the ranking has weighed the holes already.
  private static let sure: Float = 0.7
  /// Below this probability a section gives way to a hole sooner.
  private static let unsure: Float = 0.55
  private static let unsureHoleRatio: Float = 0.3
  /// How much surer a hole must be than the section's own aspect.
  private static let holeRatio: Float = 0.8

  private func ranked(_ candidate: Candidate, analysis: Analysis) -> Ranked {
    let section = knowledge.sections[candidate.section ?? 0].id
    return Ranked(
      section: section, score: Double(candidate.probability), sentences: sentences.sentences(of: section, for: analysis)
    )
  }

  // MARK: Declining

  private func declined(_ analysis: Analysis, evidence: Evidence, probability: Float) -> Decision {
    let (label, mass) = refusals.likeliest(evidence)
    let own = analysis.subjects.filter { !analysis.otherSubjects.contains($0) }
    if case .smalltalk(let kind)? = label, mass > 0.5 { return Decision(outcome: .smalltalk(kind), rule: "small talk") }
    if own.isEmpty, let other = analysis.subjects.first {
      return Decision(outcome: .decline(.otherSubject(other)), rule: "names only a subject without a document")
    }
    if let hole = likeliestHole(own: own, analysis: analysis, evidence: evidence), hole.mass >= mass {
      return Decision(outcome: .decline(hole.reason), rule: "the subject's document does not have this aspect")
    }
    return Decision(outcome: refusal(label, mass: mass, analysis: analysis), rule: "none of the sections answers it")
  }

  private func refusal(_ label: Label?, mass: Float, analysis: Analysis) -> MatchOutcome {
    switch label {
    case .smalltalk(let kind)? where mass > 0.12: return .smalltalk(kind)
    case .gap(let id)? where mass > 0.08: return .decline(reason(ofGap: id))
    case .negative("other-language")? where mass > 0.5: return .decline(.otherLanguage)
    case .negative("gibberish")? where mass > 0.25: return .decline(.unclear)
    case .negative? where mass > 0.25: return .decline(.offTopic)
    default: break
    }
    let open = knowledge.vocabulary.facets.first { analysis.facets.contains($0.id) && $0.gap != nil }
    if let gap = open?.gap { return .decline(reason(ofGap: gap)) }
    return .decline(.unclear)
  }

  /// A gap that is a hole of the grid is declined as one, so that it reads the same however it was found.
  private func reason(ofGap id: String) -> Reason {
    guard let gap = knowledge.gap(id), let subject = gap.subject, let aspect = gap.aspect else { return .gap(id) }
    return .hole(subject: subject, aspect: aspect)
  }

  private func likeliestHole(own: [String], analysis: Analysis, evidence: Evidence) -> (reason: Reason, mass: Float)? {
    let masked = own.filter(analysis.maskedSubjects.contains)
    guard masked.count == 1, let subject = masked.first else { return nil }
    var best: (reason: Reason, mass: Float)?
    for (label, probability) in zip(classes.aspect, evidence.aspect) {
      guard case .aspect(let aspect) = label, grid.isHole(subject: subject, aspect: aspect) else { continue }
      if probability > best?.mass ?? 0.12 { best = (.hole(subject: subject, aspect: aspect), probability) }
    }
    return best
  }
}
