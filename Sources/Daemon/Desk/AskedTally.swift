package import Answering
package import Foundation
import Matching
import NIOConcurrencyHelpers

/// Counts what is asked and what is asked in vain: by the hour, by reason and by section. It knows no user, is bounded, and
/// lives as long as the process. It holds words of questions only where it is given some, and those not for ever.
package final class AskedTally: Sendable {
  /// Something that was asked in vain.
  package struct Miss: Hashable, Sendable {
    /// Why, as suites write it: `gap:cost`, `hole:aml/symptoms`, `off-topic`.
    package let reason: String
    /// The section that came nearest; nil where none did.
    package let nearest: String?

    /// A miss.
    package init(reason: String, nearest: String?) {
      self.reason = reason
      self.nearest = nearest
    }
  }

  /// How often something was missed, and when last.
  package struct Count: Equatable, Sendable {
    /// How often.
    package var times = 0
    /// When last.
    package var last: Date
    /// How often on each day that is kept, by the number of the day since 1970.
    package var days: [Int: Int] = [:]
    /// Redacted questions, the newest last.
    package var texts: [Text] = []

    /// Nothing yet, with a time to say.
    package init(last: Date) { self.last = last }
  }

  /// A question's words without what could tell who asked.
  package struct Text: Equatable, Sendable {
    /// The words.
    package let words: String
    /// When they were last asked.
    package let at: Date

    /// A text.
    package init(words: String, at: Date) {
      self.words = words
      self.at = at
    }
  }

  /// All counts at one moment.
  package struct Snapshot: Sendable {
    /// Answers given, and parts of them that were declined.
    package var hours = HourTally()
    /// What was asked in vain.
    package var misses: [Miss: Count] = [:]
    /// Answers by section.
    package var sections: [String: Int] = [:]
  }

  /// Different misses that are kept; past them only the counts by hour grow.
  static let missLimit = 4096
  /// Days of a miss that are kept.
  static let dayLimit = 7
  /// Questions kept of one miss, and of all together; past them the oldest goes, or the new one is not kept.
  static let textLimit = (each: 20, all: 2000)

  private let counts = NIOLockedValueBox(Snapshot())
  private let textLife: TimeInterval

  /// A tally that stands at nothing.
  /// - Parameter textLife: seconds for which words are kept that it is given.
  package init(textLife: TimeInterval = 0) { self.textLife = textLife }

  /// All counts now. Words that are too old are forgotten first.
  package func snapshot(at now: Date) -> Snapshot {
    counts.withLockedValue { counts in
      forget(&counts, at: now)
      return counts
    }
  }

  /// The number of a day since 1970.
  package static func day(of date: Date) -> Int { Int((date.timeIntervalSince1970 / 86_400).rounded(.down)) }

  /// Counts an answer. O(parts) on average, and O(misses) where words are given.
  /// - Parameter words: the redacted question, for those parts that were declined.
  package func count(_ answer: Answer, words: String? = nil, at now: Date) {
    let misses = Self.misses(of: answer)
    let sections = answer.kind == .answer ? answer.sections.map(\.section) : []
    counts.withLockedValue { counts in
      counts.hours.add(whole: 1, part: misses.count, at: now)
      for section in sections { counts.sections[section, default: 0] += 1 }
      for miss in misses where counts.misses[miss] != nil || counts.misses.count < Self.missLimit {
        counts.misses[miss, default: Count(last: now)].add(at: now)
      }
      guard let words, !misses.isEmpty else { return }
      forget(&counts, at: now)
      for miss in misses { keep(words, of: miss, in: &counts, at: now) }
    }
  }

  private func keep(_ words: String, of miss: Miss, in counts: inout Snapshot, at now: Date) {
    guard var texts = counts.misses[miss]?.texts else { return }
    texts.removeAll { $0.words == words }
    if texts.count == Self.textLimit.each { texts.removeFirst() }
    let others = counts.misses.values.reduce(0) { $0 + $1.texts.count } - (counts.misses[miss]?.texts.count ?? 0)
    guard others + texts.count < Self.textLimit.all else { return }
    counts.misses[miss]?.texts = texts + [Text(words: words, at: now)]
  }

  private func forget(_ counts: inout Snapshot, at now: Date) {
    let limit = now.addingTimeInterval(-textLife)
    for (miss, count) in counts.misses where count.texts.contains(where: { $0.at < limit }) {
      counts.misses[miss]?.texts.removeAll { $0.at < limit }
    }
  }

  /// What of an answer was asked in vain.
  static func misses(of answer: Answer) -> [Miss] {
    answer.parts.enumerated().compactMap { index, part in
      guard let reason = part.reason else { return nil }
      let explanation =
        answer.explanations.indices.contains(index) ? answer.explanations[index] : answer.explanations.first
      return Miss(reason: reason.written, nearest: explanation?.nearest ?? answer.offers.first?.section)
    }
  }
}

extension AskedTally.Count {
  fileprivate mutating func add(at now: Date) {
    let day = AskedTally.day(of: now)
    times += 1
    last = now
    days[day, default: 0] += 1
    if days.count > AskedTally.dayLimit { days = days.filter { $0.key > day - AskedTally.dayLimit } }
  }
}
