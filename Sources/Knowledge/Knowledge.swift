/// Everything an answer can be made of: documents, sections, gaps, small talk and vocabulary.
///
/// The ways of asking that the matcher learns from are not in here but in ``TrainingSet``: they are needed when knowledge
/// is compiled and not when a question is answered.
public struct Knowledge: Sendable, Codable {
  /// Documents by folder name, in alphabetical order.
  public let documents: [Document]
  /// Sections, document by document in reading order.
  public let sections: [Section]
  /// What the documents do not say, by id.
  public let gaps: [Gap]
  /// Small talk, by kind.
  public let smalltalk: [SmallTalk]
  /// Words: subjects, aspects, facets, synonyms, spelling.
  public let vocabulary: Vocabulary
  /// `sha256:` and the digest of every knowledge file except suites and the fact ledger, in hexadecimal.
  public let digest: String

  /// Knowledge made of these parts.
  public init(
    documents: [Document], sections: [Section], gaps: [Gap], smalltalk: [SmallTalk], vocabulary: Vocabulary,
    digest: String
  ) {
    self.documents = documents
    self.sections = sections
    self.gaps = gaps
    self.smalltalk = smalltalk
    self.vocabulary = vocabulary
    self.digest = digest
  }

  /// The section with this id. O(sections).
  public func section(_ id: String) -> Section? { sections.first { $0.id == id } }

  /// The document with this id. O(documents).
  public func document(_ id: String) -> Document? { documents.first { $0.id == id } }

  /// The gap with this id. O(gaps).
  public func gap(_ id: String) -> Gap? { gaps.first { $0.id == id } }

  /// The document about a subject, where there is one.
  public func document(about subject: String) -> Document? { documents.first { $0.subject == subject } }
}
