/// One line of the fact ledger: a statement of the source, the section that carries it over and the canned case that checks it.
public struct Fact: Sendable, Codable, Equatable, Identifiable {
  /// Unique id, for instance `all-symptoms-03`.
  public let id: String
  /// The fact in our own words.
  public let fact: String
  /// Section that states it.
  public let section: String
  /// Canned case that asks for it.
  public let checkedBy: String
}
