/// A guideline or page that rules and replies rest on.
public struct SafetySource: Sendable, Equatable, Codable {
  /// What rules name it by.
  public let id: String
  /// Who published it.
  public let organisation: String
  /// Its title, or what it says.
  public let title: String
  /// Where to find it.
  public let place: String

  /// Makes a source from its parts.
  public init(id: String, organisation: String, title: String, place: String) {
    self.id = id
    self.organisation = organisation
    self.title = title
    self.place = place
  }
}
