/// The words the matcher knows beyond those of the sections: data, so that the engine stays free of subject matter.
public struct Vocabulary: Sendable, Codable {
  /// Subjects that questions can name: the documents' own and others, which are declined by name.
  public let subjects: [Subject]
  /// Words for the field as a whole ("leukemia") that name no single subject.
  public let fieldWords: [String]
  /// Questions a document of some kind can answer about its subject.
  public let aspects: [Aspect]
  /// Attributes that a question can ask for (a number, a price, a duration) and the sections that state them.
  public let facets: [Facet]
  /// Groups of words that mean the same here.
  public let synonyms: [SynonymGroup]
  /// Spelling repair.
  public let spelling: Spelling

  /// A vocabulary of these parts.
  public init(
    subjects: [Subject], fieldWords: [String], aspects: [Aspect], facets: [Facet], synonyms: [SynonymGroup],
    spelling: Spelling
  ) {
    self.subjects = subjects
    self.fieldWords = fieldWords
    self.aspects = aspects
    self.facets = facets
    self.synonyms = synonyms
    self.spelling = spelling
  }

  /// The subject with this id. O(subjects).
  public func subject(_ id: String) -> Subject? { subjects.first { $0.id == id } }

  /// The aspect with this id. O(aspects).
  public func aspect(_ id: String) -> Aspect? { aspects.first { $0.id == id } }
}
