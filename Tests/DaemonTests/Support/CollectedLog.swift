import Daemon
import Foundation
import Logging
import NIOConcurrencyHelpers

/// The log lines of a daemon under test, for tests that wait for an event or look for what must not stand there.
final class CollectedLog: Sendable {
  private struct State {
    var lines: [String] = []
    var waiting: [(text: String, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = NIOLockedValueBox(State())

  /// Every line so far.
  var lines: [String] { state.withLockedValue { $0.lines } }

  /// A logger that writes here, of every level.
  var logger: Logger {
    Logger(label: "test") { _ in JSONLogHandler(level: .trace) { [self] in add($0) } }
  }

  /// Returns once a line holds a text; at once where one does already.
  func line(holding text: String) async {
    await withCheckedContinuation { continuation in
      let isThere = state.withLockedValue { state in
        if state.lines.contains(where: { $0.contains(text) }) { return true }
        state.waiting.append((text, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  private func add(_ line: String) {
    let ready = state.withLockedValue { state in
      state.lines.append(line)
      let ready = state.waiting.filter { line.contains($0.text) }
      state.waiting.removeAll { line.contains($0.text) }
      return ready
    }
    for waiter in ready { waiter.continuation.resume() }
  }
}
