/// Who goes next: first come, first served, except that no host has more than its share in flight.
///
/// A pure value: it knows neither transfers nor clocks. Adding is constant; finding the next one is linear in those that
/// wait for a host that has its share.
package struct Backlog<Entry> {
  private struct Waiting {
    let entry: Entry
    let host: Origin
    let deadline: ContinuousClock.Instant
  }

  private let limits: TransferLimits
  private var waiting: [Waiting] = []
  private var activeByHost: [Origin: Int] = [:]
  private var active = 0

  /// An empty line.
  package init(limits: TransferLimits) {
    self.limits = limits
  }

  /// How many wait.
  package var count: Int { waiting.count }

  /// The first deadline of those that wait.
  package var nextDeadline: ContinuousClock.Instant? { waiting.lazy.map(\.deadline).min() }

  /// Takes an entry in at the end of the line.
  package mutating func add(_ entry: Entry, host: Origin, deadline: ContinuousClock.Instant) {
    waiting.append(Waiting(entry: entry, host: host, deadline: deadline))
  }

  /// Gives all entries whose turn it is, which count as active from now on.
  package mutating func start() -> [Entry] {
    guard !waiting.isEmpty, active < limits.active else { return [] }
    var started: [Entry] = []
    var kept: [Waiting] = []
    for (index, next) in waiting.enumerated() {
      guard active < limits.active else {
        kept.append(contentsOf: waiting[index...])
        break
      }
      if activeByHost[next.host, default: 0] < limits.activePerHost {
        active += 1
        activeByHost[next.host, default: 0] += 1
        started.append(next.entry)
      } else {
        kept.append(next)
      }
    }
    waiting = kept
    return started
  }

  /// Makes room after an active entry has ended.
  package mutating func finish(host: Origin) {
    active -= 1
    let left = activeByHost[host, default: 1] - 1
    activeByHost[host] = left > 0 ? left : nil
  }

  /// Takes out the waiting entries that a condition holds for.
  package mutating func remove(where condition: (Entry) -> Bool) -> [Entry] {
    let removed = waiting.filter { condition($0.entry) }
    if !removed.isEmpty { waiting.removeAll { condition($0.entry) } }
    return removed.map(\.entry)
  }

  /// Takes out the waiting entries whose deadline has come.
  package mutating func removeExpired(at now: ContinuousClock.Instant) -> [Entry] {
    let expired = waiting.filter { $0.deadline <= now }
    if !expired.isEmpty { waiting.removeAll { $0.deadline <= now } }
    return expired.map(\.entry)
  }
}
