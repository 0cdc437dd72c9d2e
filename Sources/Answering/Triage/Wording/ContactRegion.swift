/// The contacts of one region.
public struct ContactRegion: Sendable, Equatable, Codable {
  /// What the configuration calls it, such as `us`.
  public let id: String
  /// What people call it.
  public let name: String
  /// What to say for each kind of contact, such as "911" or "call or text 988".
  public let contacts: [ContactKind: String]

  /// Makes a region from its parts.
  public init(id: String, name: String, contacts: [ContactKind: String]) {
    self.id = id
    self.name = name
    self.contacts = contacts
  }
}
