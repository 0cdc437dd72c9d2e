/// Words and phrases that mean the same thing in these documents.
public struct SynonymGroup: Sendable, Codable, Equatable, Identifiable {
  /// The concept's name.
  public let id: String
  /// Words or phrases, lower case; `*` ends a word stem.
  public let words: [String]
}
