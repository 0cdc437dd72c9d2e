package import Answering
package import Foundation
import Matching
import NIOConcurrencyHelpers

/// Counts what is asked and what is asked in vain: by the hour, by reason and by section. It holds no question and no user,
/// is bounded, and lives as long as the process.
package final class AskedTally: Sendable {
  /// Something that was asked in vain.
  package struct Miss: Hashable, Sendable {
    /// Why, as suites write it: `gap:cost`, `hole:aml/symptoms`, `off-topic`.
    package let reason: String
    /// The section that came nearest; nil where none did.
    package let nearest: String?
  }

  /// How much was asked in an hour.
  package struct Hour: Equatable, Sendable {
    /// Answers given.
    package var asked = 0
    /// Parts of them that were declined.
    package var missed = 0
  }

  /// How often something was missed, and when last.
  package struct Count: Equatable, Sendable {
    /// How often.
    package var times = 0
    /// When last.
    package var last: Date
  }

  /// All counts at one moment.
  package struct Snapshot: Sendable {
    /// By the number of the hour since 1970.
    package var hours: [Int: Hour] = [:]
    /// What was asked in vain.
    package var misses: [Miss: Count] = [:]
    /// Answers by section.
    package var sections: [String: Int] = [:]
  }

  /// Hours that are kept.
  static let hourLimit = 7 * 24
  /// Different misses that are kept; past them only the counts by hour grow.
  static let missLimit = 4096

  private let counts = NIOLockedValueBox(Snapshot())

  /// A tally that stands at nothing.
  package init() {}

  /// All counts now.
  package var snapshot: Snapshot { counts.withLockedValue { $0 } }

  /// The number of an hour since 1970.
  package static func hour(of date: Date) -> Int { Int((date.timeIntervalSince1970 / 3600).rounded(.down)) }

  /// Counts an answer. O(parts) on average.
  package func count(_ answer: Answer, at now: Date) {
    let misses = Self.misses(of: answer)
    let sections = answer.kind == .answer ? answer.sections.map(\.section) : []
    let hour = Self.hour(of: now)
    counts.withLockedValue { counts in
      counts.hours[hour, default: Hour()].asked += 1
      counts.hours[hour, default: Hour()].missed += misses.count
      if counts.hours.count > Self.hourLimit { counts.hours = counts.hours.filter { $0.key > hour - Self.hourLimit } }
      for section in sections { counts.sections[section, default: 0] += 1 }
      for miss in misses where counts.misses[miss] != nil || counts.misses.count < Self.missLimit {
        counts.misses[miss, default: Count(last: now)].times += 1
        counts.misses[miss]?.last = now
      }
    }
  }

  private static func misses(of answer: Answer) -> [Miss] {
    answer.parts.enumerated().compactMap { index, part in
      guard let reason = part.reason else { return nil }
      let explanation =
        answer.explanations.indices.contains(index) ? answer.explanations[index] : answer.explanations.first
      let nearest = explanation?.candidates.lazy.compactMap(\.section).first ?? answer.offers.first?.section
      return Miss(reason: reason.written, nearest: nearest)
    }
  }
}
