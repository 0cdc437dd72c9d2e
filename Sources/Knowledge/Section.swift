/// One answerable unit of a document: a heading, its sentences in order, and how they are laid out.
///
/// A section's id is its path below `documents/`, without the ending: `all/diagnosis/blood-tests`.
public struct Section: Sendable, Codable, Equatable, Identifiable {
  /// Path below `documents/`, for instance `all/symptoms`.
  public let id: String
  /// Short heading in sentence case that names the subject; shown on buttons and in offers.
  public let title: String
  /// The question this section answers about its subject, an id of `vocabulary/aspects.yaml`.
  public let aspect: String
  /// Heading of the source page on which the section stands.
  public let sourceHeading: String
  /// Id of the document (the first path component).
  public let document: String
  /// Every sentence, list introduction and list item, in reading order.
  public let sentences: [Sentence]
  /// How `sentences` are laid out: paragraphs and lists, in reading order, covering every sentence once.
  public let blocks: [SectionBlock]

  /// A section as its file states it.
  public init(
    id: String, title: String, aspect: String, sourceHeading: String, document: String, sentences: [Sentence],
    blocks: [SectionBlock]
  ) {
    self.id = id
    self.title = title
    self.aspect = aspect
    self.sourceHeading = sourceHeading
    self.document = document
    self.sentences = sentences
    self.blocks = blocks
  }

  /// The section's words as one string, sentences separated by blanks.
  public var plainText: String { sentences.map(\.text).joined(separator: " ") }

  /// True where this section stands directly or further below `other` (`all/diagnosis/blood-tests` below `all/diagnosis`).
  public func isPart(of other: String) -> Bool { id.hasPrefix(other + "/") }
}
