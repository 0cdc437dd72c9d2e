public import Encoding
public import Knowledge

/// Trains the models on a knowledge folder: seconds of work, the same bytes every time.
public struct KnowledgeCompiler: Sendable {
  /// Told what is being done, and the share of the whole that is finished, 0 to 1.
  public typealias Progress = @Sendable (String, Double) -> Void

  private let loaded: LoadedKnowledge
  private let encoder: SentenceEncoder?
  private let store: EncodedTextStore?
  private let relearns: Bool
  private let progress: Progress

  /// A compiler of loaded knowledge.
  ///
  /// - Parameters:
  ///   - encoder: trains the models over meaning too.
  ///   - store: directions computed before, where they are kept.
  public init(
    _ loaded: LoadedKnowledge, encoder: SentenceEncoder? = nil, progress: @escaping Progress = { _, _ in }
  ) {
    self.init(loaded, encoder: encoder, store: nil, progress: progress)
  }

  /// A compiler that may leave out what a knowledge folder is better off with.
  ///
  /// - Parameter relearns: whether what is calibrated on is learned from as well, once it has served.
  init(
    _ loaded: LoadedKnowledge, encoder: SentenceEncoder?, store: EncodedTextStore?, relearns: Bool = true,
    progress: @escaping Progress
  ) {
    self.loaded = loaded
    self.relearns = relearns
    self.encoder = encoder
    self.store = store
    self.progress = progress
  }

  /// Trains everything: first on the training questions alone, to see how sure the classifiers are of questions by other
  /// authors (the calibration), then on both, since those are good training too once they have served.
  public func compile() -> CompiledKnowledge {
    let knowledge = loaded.knowledge
    progress("reading questions", 0)
    let lexicon = LexiconBuilder(loaded).build()
    let analyzer = Analyzer(knowledge: knowledge, lexicon: lexicon)
    let grid = AspectGrid(knowledge)
    let classes = ClassTable.make(knowledge: knowledge, negatives: negativeKinds)
    let reader = TrainingLines(loaded, grid: grid, classes: classes, analyzer: analyzer)
    let lines = reader.lines(of: loaded.training.utterances)
    let calibration = reader.lines(of: loaded.training.calibration)
    let danger = DangerTrainer(
      loaded.training.dangers, ordinary: answerable(lines + calibration, classes), analyzer: analyzer)
    let chosen = EncodedTrainer.chosen(lines)
    let meaning = encodedTrainer(
      chosen + calibration, classes: classes, analyzer: analyzer)
    let (dangers, learned) = Concurrently.run(
      { danger?.train() },
      {
        trained(
          (plain: lines, encoded: chosen), calibration: calibration, classes: classes, analyzer: analyzer, grid: grid,
          meaning: meaning)
      })
    progress("done", 1)
    return CompiledKnowledge(
      knowledge: knowledge, lexicon: lexicon, classes: classes,
      sentences: SentenceRanker(knowledge: knowledge, analyzer: analyzer), models: learned.models, danger: dangers,
      ranking: learned.words, fusedRanking: learned.both)
  }

  /// The models and how they are weighed: rehearsed on the training lines, weighed on the calibration lines, trained on both.
  private func trained(
    _ lines: (plain: [TrainingLine], encoded: [TrainingLine]), calibration: [TrainingLine], classes: ClassTable,
    analyzer: Analyzer, grid: AspectGrid, meaning: EncodedTrainer?
  ) -> (models: EvidenceModels, words: RankingModel, both: RankingModel) {
    progress("training classifiers", 0.45)
    var rehearsal = train(lines.plain, classes: classes, analyzer: analyzer)
    rehearsal.encoded = meaning?.train(lines.encoded)
    progress("calibrating", 0.65)
    let (words, both) = rankings(rehearsal, classes: classes, analyzer: analyzer, grid: grid, meaning: meaning)
    guard relearns else { return (rehearsal, words, both) }
    progress("training classifiers on everything", 0.8)
    var models = train(lines.plain + calibration, classes: classes, analyzer: analyzer)
    models.encoded = meaning?.train(lines.encoded + calibration)
    return (models, words, both)
  }

  /// The questions among the lines that a section answers; what is declined may well be a matter of danger.
  private func answerable(_ lines: [TrainingLine], _ classes: ClassTable) -> [Analysis] {
    lines.compactMap { line in
      guard let first = line.flat.first, case .section = classes.flat[first] else { return nil }
      return line.analysis
    }
  }

  /// Encodes the lines and the sections; nil without an encoder.
  private func encodedTrainer(
    _ lines: [TrainingLine], classes: ClassTable, analyzer: Analyzer
  ) -> EncodedTrainer? {
    guard let encoder else { return nil }
    let sentences = loaded.knowledge.sections.enumerated().flatMap { index, section in
      ([section.title] + section.sentences.map(\.text)).map { (MaskedText.of(analyzer.analyze($0)), index) }
    }
    var store = store
    let texts = EncodedTexts(
      lines.map { MaskedText.of($0.analysis) } + sentences.map(\.0), encoder: encoder, store: &store
    ) { [progress] share in progress("encoding questions", 0.02 + 0.4 * share) }
    return EncodedTrainer(
      knowledge: loaded.knowledge, classes: classes,
      subjects: SubjectFeatures(knowledge: loaded.knowledge, dimensions: encoder.dimensions), texts: texts,
      sentences: sentences.map { (text: $0.0, section: $0.1) })
  }

  /// The two ways of weighing: words alone, and words with meaning.
  private func rankings(
    _ rehearsal: EvidenceModels, classes: ClassTable, analyzer: Analyzer, grid: AspectGrid, meaning: EncodedTrainer?
  ) -> (words: RankingModel, both: RankingModel) {
    let candidates = CandidateBuilder(knowledge: loaded.knowledge, grid: grid, classes: classes)
    let (knowledge, calibration) = (loaded.knowledge, loaded.training.calibration)
    let fit = { @Sendable (encoder: QuestionEncoder?) -> RankingModel in
      let cases = CalibrationCases(
        knowledge: knowledge, calibration: calibration, analyzer: analyzer, models: rehearsal,
        candidates: candidates, encoder: encoder
      ).cases()
      return RankingTrainer().fit(cases)
    }
    guard let encoder, let meaning else {
      let words = fit(nil)
      return (words, words)
    }
    return Concurrently.run(
      { fit(nil) },
      { fit(QuestionEncoder(encoder, subjects: meaning.subjects, known: meaning.texts)) })
  }

  private var negativeKinds: Set<String> {
    Set(
      loaded.training.utterances.flatMap(\.labels).compactMap { label in
        if case .negative(let kind) = label { kind } else { nil }
      })
  }

  /// A feature must stand in as many questions: rarer ones are accidents that cost memory and time.
  private static let rarest = 2

  private func train(_ lines: [TrainingLine], classes: ClassTable, analyzer: Analyzer) -> EvidenceModels {
    let plain = lines.map { FeatureExtractor.features(of: $0.analysis, view: .plain) }
    let masked = lines.map { FeatureExtractor.features(of: $0.analysis, view: .masked) }
    let flatTable = FeatureTable.learn(from: plain, minimum: Self.rarest)
    let aspectTable = FeatureTable.learn(from: masked, minimum: Self.rarest)
    let flat = zip(lines, plain).compactMap { line, features in
      line.flat.isEmpty ? nil : Example(vector: flatTable.vector(features), classes: line.flat)
    }
    let aspect = zip(lines, masked).compactMap { line, features in
      line.aspect.isEmpty ? nil : Example(vector: aspectTable.vector(features), classes: line.aspect)
    }
    let trainer = ClassifierTrainer()
    let (first, second) = Concurrently.run(
      { trainer.train(flat, features: flatTable.hashes.count, classes: classes.flat.count) },
      { trainer.train(aspect, features: aspectTable.hashes.count, classes: classes.aspect.count) })
    return EvidenceModels(
      flatTable: flatTable, flat: first, aspectTable: aspectTable, aspect: second,
      neighbours: NeighborIndex.build(flat, features: flatTable.hashes.count),
      sections: sectionIndex(lines, analyzer: analyzer, classes: classes),
      mask: SubjectMask(knowledge: loaded.knowledge, classes: classes))
  }

  private func sectionIndex(_ lines: [TrainingLine], analyzer: Analyzer, classes: ClassTable) -> SectionIndex {
    var questions = [[UInt64]](repeating: [], count: loaded.knowledge.sections.count)
    for line in lines where line.flat.count == 1 {
      guard let label = line.flat.first, label < questions.count else { continue }
      questions[label] += ContentTerms.hashes(of: line.analysis)
    }
    let fields = loaded.knowledge.sections.enumerated().map { index, section in
      [
        SectionIndex.Field(
          terms: ContentTerms.allHashes(of: analyzer.analyze(section.title)), weight: 2.5, isText: true),
        SectionIndex.Field(
          terms: ContentTerms.allHashes(of: analyzer.analyze(section.plainText)), weight: 1, isText: true),
        SectionIndex.Field(terms: questions[index], weight: 0.25, isText: false),
      ]
    }
    return SectionIndex.build(fields)
  }
}
