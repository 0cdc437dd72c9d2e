import NIOConcurrencyHelpers

/// Lets in as many at once as will be served in time, by how fast others were served of late: whoever is let in is answered soon,
/// and all others hear at once that they must come again.
///
/// By Little's law the wait of the last who came in is the number inside times the time between two that leave.
package final class Admission: Sendable {
  private struct State {
    var inside = 0
    /// Since when somebody is inside, or when the last one left while others stayed.
    var since: ContinuousClock.Instant?
    /// Seconds between two that leave, as a moving average.
    var pace = 0.0
    /// How many of those times there were, as far as the average goes back.
    var count = 0.0
  }

  /// So many are let in whatever the pace: it is known only from what was served before.
  private static let least = 16
  /// Commits let many out at once, so that only an average over several of them says something.
  private static let memory = 256.0
  /// The first are slow, as everything is that is done for the first time: so many say nothing yet.
  private static let first = 64.0

  private let places: Int
  private let longestWait: Double
  private let state = NIOLockedValueBox(State())

  /// An entrance for so many at most, and for fewer where the last would wait longer than `longestWait`.
  package init(places: Int, longestWait: Duration) {
    self.places = places
    self.longestWait = longestWait.seconds
  }

  /// Goes in; false where that would take too long.
  package func enter(at now: ContinuousClock.Instant = .now) -> Bool {
    state.withLockedValue { state in
      guard state.inside < limit(state) else { return false }
      if state.inside == 0 { state.since = now }
      state.inside += 1
      return true
    }
  }

  /// Goes out, served or not.
  package func leave(at now: ContinuousClock.Instant = .now) {
    state.withLockedValue { state in
      state.inside -= 1
      if let since = state.since {
        state.count = min(state.count + 1, Self.memory)
        state.pace += (since.duration(to: now).seconds - state.pace) / state.count
      }
      state.since = state.inside > 0 ? now : nil
    }
  }

  private func limit(_ state: State) -> Int {
    guard state.count > Self.first, state.pace > 0 else { return places }
    return min(places, max(Self.least, Int(min(longestWait / state.pace, Double(places)))))
  }
}
