package import Foundation

/// Counts by the hour: how much there was, and the part of it that went wrong. Keeps a week.
package struct HourTally: Sendable, Equatable {
  /// What an hour had.
  package struct Hour: Equatable, Sendable {
    /// All of it.
    package var whole = 0
    /// What went wrong.
    package var part = 0
  }

  /// Hours that are kept.
  static let limit = 7 * 24

  /// By the number of the hour since 1970.
  package private(set) var hours: [Int: Hour] = [:]

  /// A tally that stands at nothing.
  package init() {}

  /// The number of an hour since 1970.
  package static func hour(of date: Date) -> Int { Int((date.timeIntervalSince1970 / 3600).rounded(.down)) }

  /// Adds to the hour of `now`. O(1) but for the first of each hour.
  package mutating func add(whole: Int, part: Int, at now: Date) {
    let hour = Self.hour(of: now)
    hours[hour, default: Hour()].whole += whole
    hours[hour, default: Hour()].part += part
    if hours.count > Self.limit { hours = hours.filter { $0.key > hour - Self.limit } }
  }
}
