public import Knowledge

/// Trains the models on a knowledge folder: seconds of work, the same bytes every time.
public struct KnowledgeCompiler {
  /// Told what is being done, and the share of the whole that is finished, 0 to 1.
  public typealias Progress = @Sendable (String, Double) -> Void

  private let loaded: LoadedKnowledge
  private let progress: Progress

  /// A compiler of loaded knowledge.
  public init(_ loaded: LoadedKnowledge, progress: @escaping Progress = { _, _ in }) {
    self.loaded = loaded
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
    let trainer = TrainingLines(loaded, grid: grid, classes: classes, analyzer: analyzer)
    let lines = trainer.lines(of: loaded.training.utterances)
    progress("training classifiers", 0.05)
    let rehearsal = train(lines, classes: classes, analyzer: analyzer)
    progress("calibrating", 0.45)
    let candidates = CandidateBuilder(knowledge: knowledge, grid: grid, classes: classes)
    let cases = CalibrationCases(
      knowledge: knowledge, calibration: loaded.training.calibration, analyzer: analyzer, models: rehearsal,
      candidates: candidates
    ).cases()
    let ranking = RankingTrainer().fit(cases)
    progress("training classifiers on everything", 0.55)
    let calibration = trainer.lines(of: loaded.training.calibration)
    let models = train(lines + calibration, classes: classes, analyzer: analyzer)
    progress("done", 1)
    return CompiledKnowledge(knowledge: knowledge, lexicon: lexicon, classes: classes, models: models, ranking: ranking)
  }

  private var negativeKinds: Set<String> {
    Set(
      loaded.training.utterances.flatMap(\.labels).compactMap { label in
        if case .negative(let kind) = label { kind } else { nil }
      })
  }

  private func train(_ lines: [TrainingLine], classes: ClassTable, analyzer: Analyzer) -> EvidenceModels {
    let plain = lines.map { FeatureExtractor.features(of: $0.analysis, view: .plain) }
    let masked = lines.map { FeatureExtractor.features(of: $0.analysis, view: .masked) }
    let flatTable = FeatureTable.learn(from: plain, minimum: 2)
    let aspectTable = FeatureTable.learn(from: masked, minimum: 2)
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
