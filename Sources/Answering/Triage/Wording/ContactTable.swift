public import Knowledge

/// The dated table of contacts.
///
/// Contacts rot, so the table carries the day on which somebody last checked it. An old table warns and fails the
/// lint; it never silences the program.
public struct ContactTable: Sendable, Equatable, Codable {
  /// How many days a check counts.
  public static let daysValid = 180

  /// The day of the last check, as `YYYY-MM-DD`.
  public let checked: String
  /// Ids of the sources of the numbers.
  public let sources: [String]
  /// The regions, in file order.
  public let regions: [ContactRegion]
  /// What to say where the region is not known: the US, UK and EU numbers and the generic one.
  public let unknown: [ContactKind: String]

  /// Makes a table from its parts.
  public init(checked: String, sources: [String], regions: [ContactRegion], unknown: [ContactKind: String]) {
    self.checked = checked
    self.sources = sources
    self.regions = regions
    self.unknown = unknown
  }

  /// What to say for one contact.
  ///
  /// - Parameters:
  ///   - kind: Who is to be called.
  ///   - region: A region's id, or `nil` when it is not configured; an unknown id counts as `nil`, never as a guess.
  public func words(for kind: ContactKind, region: String?) -> String {
    let known = regions.first { $0.id == region }?.contacts[kind]
    return known ?? unknown[kind] ?? "your local emergency number"
  }

  /// Days since the last check; `nil` where its day is not written as `YYYY-MM-DD`.
  public func age(on today: CalendarDay) -> Int? {
    CalendarDay(checked).map { today.days(since: $0) }
  }

  /// What to tell an operator on a day; empty while the check counts.
  public func warnings(on today: CalendarDay) -> [String] {
    guard isExpired(on: today) else { return [] }
    return [
      "the telephone numbers in safety/contacts.yaml were last checked on \(checked), more than \(Self.daysValid) days ago: "
        + "check each and renew the day"
    ]
  }

  /// Whether the last check counts no more on a day; a day of check that is unreadable or yet to come counts as expired.
  public func isExpired(on today: CalendarDay) -> Bool {
    age(on: today).map { $0 > Self.daysValid || $0 < 0 } ?? true
  }
}
