/// How much there is in a knowledge folder.
public struct KnowledgeStatistics: Sendable, Codable, Equatable {
  /// Documents.
  public let documents: Int
  /// Sections of all documents.
  public let sections: Int
  /// Sentences, introductions and list items of all sections.
  public let sentences: Int
  /// Words of all sections.
  public let words: Int
  /// Training questions beside sections.
  public let sectionQuestions: Int
  /// Training questions that fit several documents, with `{subject}` not yet filled in.
  public let sharedQuestions: Int
  /// Questions of sections and shared ones by who asks; those without a heading under the empty name.
  public let questionsByVoice: [String: Int]
  /// Things the documents do not say.
  public let gaps: Int
  /// Training questions of gaps.
  public let gapQuestions: Int
  /// Kinds of small talk.
  public let smalltalk: Int
  /// Training lines of small talk.
  public let smalltalkLines: Int
  /// Training lines that have nothing to do with the documents, by kind.
  public let negatives: [String: Int]
  /// Calibration questions.
  public let calibration: Int
  /// Facts of the ledger.
  public let facts: Int
  /// Sizes of the vocabulary by part.
  public let vocabulary: [String: Int]
  /// Digest of the folder.
  public let digest: String

  /// Counts everything. O(lines).
  public init(_ loaded: LoadedKnowledge) {
    let knowledge = loaded.knowledge
    let groups = Dictionary(grouping: loaded.training.utterances) { Group($0.labels.first) }
    let count = { (group: Group) in groups[group]?.count ?? 0 }
    documents = knowledge.documents.count
    sections = knowledge.sections.count
    sentences = knowledge.sections.reduce(0) { $0 + $1.sentences.count }
    words = knowledge.sections.reduce(0) { $0 + Readability.words(in: $1.plainText).count }
    sectionQuestions = count(.section)
    sharedQuestions = count(.shared)
    questionsByVoice = Dictionary(
      grouping: (groups[.section] ?? []) + (groups[.shared] ?? []), by: \.voice
    ).mapValues(\.count)
    gaps = knowledge.gaps.count
    gapQuestions = count(.gap)
    smalltalk = knowledge.smalltalk.count
    smalltalkLines = count(.smalltalk)
    negatives = Self.negatives(loaded.training)
    calibration = loaded.training.calibration.count
    facts = loaded.facts.count
    vocabulary = Self.sizes(knowledge.vocabulary)
    digest = knowledge.digest
  }

  private enum Group: Hashable {
    case section, shared, gap, smalltalk, other

    init(_ label: Label?) {
      self =
        switch label {
        case .section: .section
        case .aspect: .shared
        case .gap: .gap
        case .smalltalk: .smalltalk
        case .negative, .decline, nil: .other
        }
    }
  }

  private static func negatives(_ training: TrainingSet) -> [String: Int] {
    training.counts.reduce(into: [:]) { counts, entry in
      if case .negative(let kind) = entry.key { counts[kind] = entry.value }
    }
  }

  private static func sizes(_ vocabulary: Vocabulary) -> [String: Int] {
    [
      "subjects": vocabulary.subjects.count,
      "subject names": vocabulary.subjects.reduce(0) { $0 + $1.names.count + $1.ambiguousNames.count },
      "field words": vocabulary.fieldWords.count,
      "aspects": vocabulary.aspects.count,
      "facets": vocabulary.facets.count,
      "synonym groups": vocabulary.synonyms.count,
      "synonyms": vocabulary.synonyms.reduce(0) { $0 + $1.words.count },
      "spelling repairs": vocabulary.spelling.repairs.count,
      "protected words": vocabulary.spelling.protected.count,
      "common words": vocabulary.spelling.common.count,
    ]
  }
}
