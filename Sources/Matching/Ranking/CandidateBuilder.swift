internal import Foundation
internal import Knowledge

/// Turns evidence into candidates with named signals.
struct CandidateBuilder: Sendable {
  private let sections: [Section]
  private let subjectOfSection: [String]
  private let grid: AspectGrid
  private let facets: [String: Facet]
  private let declinesFlat: [Bool]
  private let declinesAspect: [Bool]
  private let aspectIndex: [String: Int]
  private let refusals: RefusalClasses
  /// Aspect classes whose probability counts for a section: its own aspect and those it stands in for.
  private let aspectsOfSection: [[Int]]
  /// Sections that answer the same aspect, itself included.
  private let twins: [[Int]]

  /// Keeps logarithms finite; a probability below it says nothing more.
  private static let floor: Float = 1e-4

  init(knowledge: Knowledge, grid: AspectGrid, classes: ClassTable) {
    sections = knowledge.sections
    self.grid = grid
    facets = Dictionary(knowledge.vocabulary.facets.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    declinesFlat = classes.flat.map(\.declines)
    declinesAspect = classes.aspect.map(\.declines)
    let subjects = Dictionary(knowledge.documents.map { ($0.id, $0.subject) }, uniquingKeysWith: { first, _ in first })
    subjectOfSection = sections.map { subjects[$0.document] ?? "" }
    var aspectIndex: [String: Int] = [:]
    for case (let index, .aspect(let id)) in classes.aspect.enumerated() { aspectIndex[id] = index }
    self.aspectIndex = aspectIndex
    refusals = RefusalClasses(classes)
    aspectsOfSection = sections.map { section in
      let own = [section.aspect]
      let standIns = knowledge.vocabulary.aspects.filter { $0.standIns.values.contains(section.id) }.map(\.id)
      return (own + standIns).compactMap { aspectIndex[$0] }
    }
    twins = sections.map { section in
      knowledge.sections.indices.filter { knowledge.sections[$0].aspect == section.aspect }
    }
  }

  /// One candidate for each section the subjects allow, and last the one that declines.
  func candidates(for analysis: Analysis, evidence: Evidence) -> [Candidate] {
    let own = analysis.subjects.filter { !analysis.otherSubjects.contains($0) }
    let hasOther = own.count < analysis.subjects.count
    let offered = sections.indices.filter { allows($0, own: own, analysis: analysis) }
    let built = offered.map { index in
      Candidate(
        section: index,
        signals: signals(of: index, own: own, hasOther: hasOther, analysis: analysis, evidence: evidence))
    }
    return built + [decline(own: own, hasOther: hasOther, analysis: analysis, evidence: evidence, offered: offered)]
  }

  /// A section is out where the question names subjects of its kind and not its own: the twin of another disease is never
  /// an answer.
  func allows(_ index: Int, own: [String], analysis: Analysis) -> Bool {
    let masked = own.filter(analysis.maskedSubjects.contains)
    let subject = subjectOfSection[index]
    return masked.isEmpty || !analysis.maskedSubjects.contains(subject) || masked.contains(subject)
  }

  /// Probability that the question is about an aspect that the named subject's document does not have.
  private func holeMass(own: [String], analysis: Analysis, aspect: [Float]) -> Float {
    let masked = own.filter(analysis.maskedSubjects.contains)
    guard masked.count == 1, let subject = masked.first else { return 0 }
    return aspectIndex.reduce(0) { sum, entry in
      grid.isHole(subject: subject, aspect: entry.key) ? sum + aspect[entry.value] : sum
    }
  }

  /// True where the question asks for an attribute that the section does not state.
  func leavesFacetOpen(_ index: Int, analysis: Analysis) -> Bool {
    analysis.facets.contains { facets[$0].map { !$0.covered.contains(sections[index].id) } ?? false }
  }

  private func signals(
    of index: Int, own: [String], hasOther: Bool, analysis: Analysis, evidence: Evidence
  ) -> [Float] {
    let words = view(of: index, in: evidence.words)
    let meaning = evidence.meaning.map { view(of: index, in: $0) }
    return SectionSignal.allCases.map { signal in
      switch signal {
      case .flat: words.flat
      case .aspect: words.aspect
      case .twinShare: words.twinShare
      case .neighbour: evidence.words.neighbours[index]
      case .lexical: evidence.lexical.scores[index]
      case .uncovered: evidence.lexical.uncovered[index]
      case .unstated: evidence.lexical.unstated[index]
      case .openFacet: leavesFacetOpen(index, analysis: analysis) ? 1 : 0
      case .subjectNamed: isAbout(index, own: own, analysis: analysis) ? 1 : 0
      case .otherSubject: hasOther ? 1 : 0
      case .encoderFlat: meaning?.flat ?? 0
      case .encoderAspect: meaning?.aspect ?? 0
      case .encoderTwinShare: meaning?.twinShare ?? 0
      case .encoderQuestion: evidence.meaning?.neighbours[index] ?? 0
      case .encoderSentence: evidence.meaning?.sentences[index] ?? 0
      }
    }
  }

  /// What one view says of a section, as logarithms.
  private func view(of index: Int, in evidence: ClassEvidence) -> (flat: Float, aspect: Float, twinShare: Float) {
    let aspect = aspectsOfSection[index].reduce(0) { $0 + evidence.aspect[$1] }
    let twinSum = twins[index].reduce(Self.floor) { $0 + evidence.flat[$1] }
    let flat = evidence.flat[index] + Self.floor
    return (log(flat), log(aspect + Self.floor), log(flat / twinSum))
  }

  /// A disease that is named outweighs a procedure that is named beside it: "AML transplant" is about AML.
  private func isAbout(_ index: Int, own: [String], analysis: Analysis) -> Bool {
    let rivals = own.filter(analysis.maskedSubjects.contains)
    return (rivals.isEmpty ? own : rivals).contains(subjectOfSection[index])
  }

  private func decline(
    own: [String], hasOther: Bool, analysis: Analysis, evidence: Evidence, offered: [Int]
  ) -> Candidate {
    let words = declining(own: own, analysis: analysis, evidence: evidence.words, offered: offered)
    let meaning = evidence.meaning.map { declining(own: own, analysis: analysis, evidence: $0, offered: offered) }
    let best = offered.max { evidence.words.flat[$0] < evidence.words.flat[$1] }
    let signals: [Float] = DeclineSignal.allCases.map { signal in
      switch signal {
      case .bias: 1
      case .flat: words.flat
      case .aspect: words.aspect
      case .hole: words.hole
      case .neighbour: words.nearest
      case .unknown: evidence.lexical.unknown
      case .uncovered: best.map { evidence.lexical.uncovered[$0] } ?? 1
      case .unstated: best.map { evidence.lexical.unstated[$0] } ?? 1
      case .openFacet: best.map { leavesFacetOpen($0, analysis: analysis) ? 1 : 0 } ?? 0
      case .otherSubject: hasOther ? 1 : 0
      case .onlyOtherSubject: hasOther && own.isEmpty ? 1 : 0
      case .noSubject: analysis.subjects.isEmpty && !analysis.namesField ? 1 : 0
      case .topRefusal: log(refusals.likeliest(evidence.words).probability + Self.floor)
      case .bestSection: words.bestSection
      case .encoderFlat: meaning?.flat ?? 0
      case .encoderAspect: meaning?.aspect ?? 0
      case .encoderHole: meaning?.hole ?? 0
      case .encoderQuestion: meaning?.nearest ?? 0
      case .encoderSentence: offered.compactMap { evidence.meaning?.sentences[$0] }.max() ?? 0
      case .encoderBestSection: meaning?.bestSection ?? 0
      }
    }
    return Candidate(section: nil, signals: signals)
  }

  /// What one view says for declining: logarithms, but for the cosine.
  private struct Declining {
    let flat: Float
    let aspect: Float
    let hole: Float
    let nearest: Float
    let bestSection: Float
  }

  private func declining(
    own: [String], analysis: Analysis, evidence: ClassEvidence, offered: [Int]
  ) -> Declining {
    let hole = holeMass(own: own, analysis: analysis, aspect: evidence.aspect)
    let top = offered.map { index in
      max(evidence.flat[index], aspectsOfSection[index].reduce(0) { $0 + evidence.aspect[$1] })
    }.max()
    return Declining(
      flat: log(mass(evidence.flat, where: declinesFlat) + Self.floor),
      aspect: log(mass(evidence.aspect, where: declinesAspect) + hole + Self.floor),
      hole: log(hole + Self.floor),
      nearest: evidence.neighbours.indices.lazy.filter { declinesFlat[$0] }.map { evidence.neighbours[$0] }.max() ?? 0,
      bestSection: log((top ?? 0) + Self.floor))
  }

  private func mass(_ probabilities: [Float], where declines: [Bool]) -> Float {
    zip(probabilities, declines).reduce(0) { $1.1 ? $0 + $1.0 : $0 }
  }
}
