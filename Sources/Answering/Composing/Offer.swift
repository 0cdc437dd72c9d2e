/// Something a person can ask next: a button where the channel has them, a numbered line elsewhere.
public struct Offer: Sendable, Codable, Equatable {
  /// What to call it.
  public let title: String
  /// The section it opens.
  public let section: String

  /// An offer of a section.
  public init(title: String, section: String) {
    self.title = title
    self.section = section
  }
}
