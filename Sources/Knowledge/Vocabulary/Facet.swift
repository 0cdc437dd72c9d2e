/// An attribute that a question asks for, such as a duration or a price, and the only sections that state it.
public struct Facet: Sendable, Codable, Equatable, Identifiable {
  /// Short id, for instance `duration`.
  public let id: String
  /// Phrases that ask for it, lower case; `*` ends a word stem.
  public let cues: [String]
  /// Sections that state it; every other section leaves it open.
  public let covered: [String]
  /// Gap that declines it, where there is one.
  public let gap: String?
}
