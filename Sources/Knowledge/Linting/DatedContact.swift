/// A contact of `safety/contacts.yaml` with the day somebody last checked it.
public struct DatedContact: Sendable, Equatable {
  /// Where it stands among the contacts, for instance `contacts us`.
  public let name: String
  /// The day as it is written; it may be no day at all.
  public let checked: String
  /// File and line.
  public let place: SourcePlace

  /// A contact with its day.
  public init(name: String, checked: String, place: SourcePlace) {
    self.name = name
    self.checked = checked
    self.place = place
  }
}
