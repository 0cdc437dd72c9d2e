internal import Knowledge
/// The dated table of contacts.
///
/// Contacts rot, so the table carries the day on which somebody last checked it. An old table warns and fails the
/// lint; it never silences the program.
public struct ContactTable: Sendable, Equatable, Codable {
  /// How many days a check counts.
  public static let daysValid = 180

  /// The day of the last check, as `YYYY-MM-DD`.
  public let checked: String
  /// Where the numbers come from.
  public let source: String
  /// The regions, in file order.
  public let regions: [ContactRegion]
  /// What to say where the region is not known: the US, UK and EU numbers and the generic one.
  public let unknown: [ContactKind: String]

  /// Makes a table from its parts.
  public init(checked: String, source: String, regions: [ContactRegion], unknown: [ContactKind: String]) {
    self.checked = checked
    self.source = source
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

  /// Days since the last check; `nil` when either day is not written as `YYYY-MM-DD`.
  public func age(on today: String) -> Int? {
    guard let then = CalendarDay(checked), let now = CalendarDay(today) else { return nil }
    return now.days(since: then)
  }

  /// Whether the last check counts no more on a day written `YYYY-MM-DD`; an unreadable day counts as expired.
  public func isExpired(on today: String) -> Bool {
    age(on: today).map { $0 > Self.daysValid || $0 < 0 } ?? true
  }
}
