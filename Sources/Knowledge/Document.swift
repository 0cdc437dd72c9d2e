/// One source document: what it is about, where it comes from and when a person last compared our words with it.
public struct Document: Sendable, Codable, Equatable, Identifiable {
  /// Name of the folder below `documents/`.
  public let id: String
  /// Full title, for instance "Acute lymphocytic leukemia".
  public let title: String
  /// What people call it in a sentence, for instance "ALL".
  public let short: String
  /// Id of the subject it is about, in `vocabulary/subjects.yaml`.
  public let subject: String
  /// Documents of one kind share an aspect grid; what one of them lacks there is a hole.
  public let kind: String
  /// Source line, printed after "Based on".
  public let source: String
  /// Day of the last review, `YYYY-MM-DD`.
  public let reviewed: String
  /// What it covers, a phrase that fits after "The ALL document covers".
  public let covers: String
  /// Ids of its sections in reading order.
  public let sections: [String]

  /// A document as its `document.yaml` states it.
  public init(
    id: String, title: String, short: String, subject: String, kind: String, source: String, reviewed: String,
    covers: String, sections: [String]
  ) {
    self.id = id
    self.title = title
    self.short = short
    self.subject = subject
    self.kind = kind
    self.source = source
    self.reviewed = reviewed
    self.covers = covers
    self.sections = sections
  }
}
