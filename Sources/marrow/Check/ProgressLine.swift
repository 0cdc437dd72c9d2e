import Foundation
import Synchronization

/// One line on standard error that says how far a run is. Only on a terminal, and only once it has taken a second.
final class ProgressLine: Sendable {
  private struct State {
    var lastShown: ContinuousClock.Instant?
    var isVisible = false
  }

  private let start = ContinuousClock.now
  private let isShown = isatty(STDERR_FILENO) == 1
  private let state = Mutex(State())

  /// Shows where the run is, at most ten times a second.
  func show(_ text: String) {
    guard isShown else { return }
    let now = ContinuousClock.now
    guard now - start > .seconds(1) else { return }
    state.withLock { state in
      if let last = state.lastShown, now - last < .milliseconds(100) { return }
      state.lastShown = now
      state.isVisible = true
      FileHandle.standardError.write(Data("\r\u{1B}[K\(text)".utf8))
    }
  }

  /// Takes the line away.
  func clear() {
    state.withLock { state in
      if state.isVisible { FileHandle.standardError.write(Data("\r\u{1B}[K".utf8)) }
      state.isVisible = false
    }
  }
}
