public import Encoding
public import Knowledge

/// Maps questions to sections: analysis, evidence, candidates, decision. A pure function of the compiled knowledge.
public final class Matcher: Sendable {
  /// What it answers from.
  public let knowledge: Knowledge
  /// Reads questions.
  public let analyzer: Analyzer
  /// Words that name the model behind it, for `--jsonl`: `lexical`, or the encoder's name.
  public var modelName: String { encoder == nil ? "lexical" : SentenceEncoder.name }

  private let models: EvidenceModels
  private let danger: DangerModel?
  private let encoder: QuestionEncoder?
  private let candidates: CandidateBuilder
  private let ranking: RankingModel
  private let decider: Decider
  private let classes: ClassTable

  /// A matcher over compiled knowledge, with the shipped operating point unless another one is given.
  ///
  /// - Parameter encoder: weighs meaning beside words; it counts only where the knowledge was compiled with it.
  public init(_ compiled: CompiledKnowledge, encoder: SentenceEncoder? = nil, point: OperatingPoint = .standard) {
    knowledge = compiled.knowledge
    let grid = AspectGrid(compiled.knowledge)
    analyzer = Analyzer(knowledge: compiled.knowledge, lexicon: compiled.lexicon)
    models = compiled.models
    danger = compiled.danger
    classes = compiled.classes
    candidates = CandidateBuilder(knowledge: compiled.knowledge, grid: grid, classes: compiled.classes)
    self.encoder = compiled.questionEncoder(encoder)
    ranking = self.encoder == nil ? compiled.ranking : compiled.fusedRanking
    decider = Decider(
      knowledge: compiled.knowledge, grid: grid, classes: compiled.classes,
      sentences: compiled.sentences, refusals: RefusalClasses(compiled.classes), point: point)
  }

  /// What an analysed question comes to; several parts where it asks for several things.
  ///
  /// - Parameters:
  ///   - subject: the subject a conversation is about, assumed where the question names none.
  ///   - splitting: whether to look for several parts.
  public func match(_ analysis: Analysis, assuming subject: String? = nil, splitting: Bool = true) -> [MatchedPart] {
    let analysis = analysis.assuming(subject: subject)
    let whole = matchPart(analysis)
    if !splitting || analysis.isForeign || analysis.terms.count > Self.partsLimit { return [whole] }
    return PartPlan(whole: whole, analysis: analysis, grid: decider.grid).parts(matching: matchPart)
  }

  /// What a message sounds like beside the examples of the safety classes; nil where the knowledge has no such examples.
  public func danger(in analysis: Analysis) -> DangerEstimate? { danger?.estimate(analysis) }

  /// Indexes of a section's sentences that answer a question, best first.
  public func sentences(of section: String, for analysis: Analysis) -> [Int] {
    decider.sentences.sentences(of: section, for: analysis)
  }

  /// A longer text is a story: it is read whole and by the sentences that ask.
  private static let partsLimit = 60

  /// What is to be said for every reaction to a question, before anything is decided: what the models say of it, and the
  /// reactions with their probabilities. `focus` is the part of a story that asks.
  func weigh(_ analysis: Analysis, focus: Analysis?) -> (evidence: Evidence, weighed: [Candidate]) {
    let evidence = models.evidence(for: analysis, focus: focus, encoder: encoder)
    return (evidence, ranking.weigh(candidates.candidates(for: focus ?? analysis, evidence: evidence)))
  }

  private func matchPart(_ whole: Analysis) -> MatchedPart {
    let focus = QuestionFocus.asking(in: whole)
    let (evidence, weighed) = weigh(whole, focus: focus)
    let analysis = focus ?? whole
    let decision = decider.decide(analysis, evidence: evidence, weighed: weighed)
    let rivals = analysis.rivals
    return MatchedPart(
      outcome: decision.outcome,
      explanation: explanation(analysis, evidence: evidence, weighed: weighed, rule: decision.rule),
      subject: rivals.count == 1 ? rivals.first : nil)
  }

  private func explanation(_ analysis: Analysis, evidence: Evidence, weighed: [Candidate], rule: String) -> Explanation
  {
    let sorted = weighed.sorted { ($1.probability, $0.section ?? .max) < ($0.probability, $1.section ?? .max) }
    return Explanation(
      words: analysis.terms.map(\.text), repairs: analysis.repairs,
      concepts: analysis.terms.compactMap { term in term.concept.map { (term.text, $0) } },
      subjects: analysis.subjects.map { subject in
        (subject, analysis.terms.filter { $0.subject == subject }.map(\.text).joined(separator: " "))
      },
      facets: analysis.facets, aspects: likeliestAspects(evidence), neighbours: neighbours(evidence),
      candidates: sorted.prefix(5).map(weighed(_:)),
      margin: sorted.count > 1 ? Double(sorted[0].probability - sorted[1].probability) : 1, rule: rule)
  }

  private func neighbours(_ evidence: Evidence) -> [(question: String, name: String, similarity: Double)] {
    guard let encoded = models.encoded, let meaning = evidence.meaning else { return [] }
    return meaning.nearest.map { near in
      let label = classes.flat[Int(encoded.questions.classes[near.question])]
      return (encoded.text(of: near.question), label.written, Double(near.similarity))
    }
  }

  /// The four likeliest classes of the aspect classifier.
  private func likeliestAspects(_ evidence: Evidence) -> [(name: String, probability: Double)] {
    evidence.aspect.indexesOfLargest(4, above: 0.01).map { (classes.aspect[$0].written, Double(evidence.aspect[$0])) }
  }

  private func weighed(_ candidate: Candidate) -> Explanation.Weighed {
    let names =
      candidate.section == nil ? DeclineSignal.allCases.map(\.rawValue) : SectionSignal.allCases.map(\.rawValue)
    return Explanation.Weighed(
      section: candidate.section.map { knowledge.sections[$0].id }, probability: Double(candidate.probability),
      signals: zip(names, candidate.signals).map { ($0, Double($1)) })
  }
}
