package import Foundation

/// Spares an endpoint that fails again and again, and those who wait behind it. Pure: the time is given.
///
/// Closed, everything goes. After ``Settings/failuresToOpen`` failures in a row, open: nothing goes until the pause is
/// over. Then half-open: one attempt goes; its success closes the breaker, its failure opens it again for longer.
package struct CircuitBreaker: Sendable, Equatable {
  package struct Settings: Sendable, Equatable {
    /// Failures in a row, with no success between, that open the breaker.
    package var failuresToOpen: Int
    /// How long it stays open at first; doubles each time the attempt after it fails.
    package var pause: Duration
    package var longestPause: Duration

    package init(
      failuresToOpen: Int = 5, pause: Duration = .seconds(30), longestPause: Duration = .seconds(300)
    ) {
      self.failuresToOpen = max(1, failuresToOpen)
      self.pause = pause
      self.longestPause = max(pause, longestPause)
    }
  }

  package enum State: Sendable, Equatable {
    case closed(failures: Int)
    case open(until: Date, pause: Duration)
    case halfOpen(pause: Duration)
  }

  package private(set) var state: State = .closed(failures: 0)
  package let settings: Settings

  package init(_ settings: Settings = Settings()) { self.settings = settings }

  /// How many attempts may go at `now`, `quota` being how many otherwise could; one of a half-open breaker counts as
  /// started only by ``began(at:)``.
  package func allowance(of quota: Int, at now: Date) -> Int {
    switch state {
    case .closed: quota
    case .open(let until, _): now >= until ? min(1, quota) : 0
    case .halfOpen: 0
    }
  }

  /// When attempts may go again; nil when they may now, or once the one under way has ended.
  package func opensAgain(at now: Date) -> Date? {
    guard case .open(let until, _) = state, until > now else { return nil }
    return until
  }

  /// An attempt has begun.
  package mutating func began(at now: Date) {
    guard case .open(let until, let pause) = state, now >= until else { return }
    state = .halfOpen(pause: pause)
  }

  /// An attempt ended without a verdict on the endpoint: cancelled, or never sent.
  package mutating func abandoned(at now: Date) {
    guard case .halfOpen(let pause) = state else { return }
    state = .open(until: now, pause: pause)
  }

  /// An attempt reached the endpoint, whether or not that took the reply.
  package mutating func succeeded() { state = .closed(failures: 0) }

  /// An attempt failed in a way that others may fail too; `asked` is how long the endpoint asked to be left alone.
  package mutating func failed(at now: Date, asked: Duration? = nil) {
    switch state {
    case .closed(let failures) where failures + 1 < settings.failuresToOpen:
      state = .closed(failures: failures + 1)
    case .closed:
      open(for: settings.pause, asked: asked, at: now)
    case .halfOpen(let pause):
      open(for: min(pause * 2, settings.longestPause), asked: asked, at: now)
    case .open(let until, let pause):
      // An attempt that began before the breaker opened: no news, unless it asks for more time.
      state = .open(until: max(until, now + bounded(asked)), pause: pause)
    }
  }

  private mutating func open(for pause: Duration, asked: Duration?, at now: Date) {
    state = .open(until: now + max(pause, bounded(asked)), pause: pause)
  }

  /// What an endpoint asks for is granted for a day at most; each reply's own wait is not cut.
  private func bounded(_ asked: Duration?) -> Duration { min(max(asked ?? .zero, .zero), .seconds(24 * 3600)) }
}

extension CircuitBreaker {
  /// Everything goes.
  package var isClosed: Bool {
    if case .closed = state { true } else { false }
  }
}
