import NIOConcurrencyHelpers

/// Opens once; whoever waits goes on from then on.
final class Latch: Sendable {
  private struct State {
    var isOpen = false
    var waiting: [CheckedContinuation<Void, Never>] = []
  }

  private let state = NIOLockedValueBox(State())

  /// Opens it.
  func open() {
    let waiting = state.withLockedValue { state in
      state.isOpen = true
      defer { state.waiting = [] }
      return state.waiting
    }
    for waiter in waiting { waiter.resume() }
  }

  /// Waits until it is open.
  func wait() async {
    await withCheckedContinuation { continuation in
      let isOpen = state.withLockedValue { state in
        if !state.isOpen { state.waiting.append(continuation) }
        return state.isOpen
      }
      if isOpen { continuation.resume() }
    }
  }
}
