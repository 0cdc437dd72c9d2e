internal import Knowledge

/// Takes from the classifiers' probabilities what the named subjects rule out: the twin of another disease, and gaps that belong
/// to another subject than the one named.
struct SubjectMask: Sendable {
  private let flatSubjects: [String?]
  private let aspectSubjects: [String?]

  init(knowledge: Knowledge, classes: ClassTable) {
    let subjectOfDocument = Dictionary(
      knowledge.documents.map { ($0.id, $0.subject) }, uniquingKeysWith: { first, _ in first })
    let documentOfSection = Dictionary(
      knowledge.sections.map { ($0.id, $0.document) }, uniquingKeysWith: { first, _ in first })
    let subjectOfGap = Dictionary(
      knowledge.gaps.compactMap { gap in gap.subject.map { (gap.id, $0) } }, uniquingKeysWith: { first, _ in first })
    let subject = { (label: Label) -> String? in
      switch label {
      case .section(let id): documentOfSection[id].flatMap { subjectOfDocument[$0] }
      case .gap(let id): subjectOfGap[id]
      case .aspect, .smalltalk, .negative, .decline: nil
      }
    }
    flatSubjects = classes.flat.map(subject)
    aspectSubjects = classes.aspect.map(subject)
  }

  /// The evidence without what the subjects rule out, scaled to sum to 1 again; unchanged where no rival subject is named.
  func apply(to evidence: ClassEvidence, analysis: Analysis) -> ClassEvidence {
    let rivals = analysis.rivals
    if rivals.isEmpty { return evidence }
    var masked = evidence
    masked.flat = keep(evidence.flat, flatSubjects, rivals: rivals, analysis: analysis)
    masked.aspect = keep(evidence.aspect, aspectSubjects, rivals: rivals, analysis: analysis)
    for (index, subject) in flatSubjects.enumerated() where rules(out: subject, rivals: rivals, analysis: analysis) {
      masked.neighbours[index] = 0
    }
    return masked
  }

  private func keep(_ probabilities: [Float], _ subjects: [String?], rivals: [String], analysis: Analysis) -> [Float] {
    var kept = probabilities
    for (index, subject) in subjects.enumerated() where rules(out: subject, rivals: rivals, analysis: analysis) {
      kept[index] = 0
    }
    let sum = kept.reduce(0, +)
    return sum > 0.05 ? kept.map { $0 / sum } : kept
  }

  private func rules(out subject: String?, rivals: [String], analysis: Analysis) -> Bool {
    guard let subject else { return false }
    return analysis.maskedSubjects.contains(subject) && !rivals.contains(subject)
  }
}
