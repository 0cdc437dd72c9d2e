/// A short notice: the general one, or that of a class which does not take over.
public struct SafetyNotice: Sendable, Equatable, Codable {
  /// Unique name; that of the class, or `general`.
  public let id: String
  /// The words, with placeholders for contacts.
  public let text: String
  /// Ids of the sources it rests on.
  public let sources: [String]

  /// Makes a notice from its parts.
  public init(id: String, text: String, sources: [String]) {
    self.id = id
    self.text = text
    self.sources = sources
  }
}
