import Synchronization

/// Hands a worker's loop everything that happened since it last looked.
///
/// Bounded by the worker's concurrency: each reply in flight leaves one event, and waking twice is waking once.
final class WorkerMailbox: Sendable {
  private struct State {
    var events: [WorkerEvent] = []
    var isWoken = false
    var reader: CheckedContinuation<[WorkerEvent], Never>?

    mutating func takeAll() -> [WorkerEvent] {
      defer { (events, isWoken) = ([], false) }
      return isWoken ? events + [.wake] : events
    }
  }

  private let state = Mutex(State())

  func post(_ event: WorkerEvent) {
    state.withLock { state in
      if case .wake = event { state.isWoken = true } else { state.events.append(event) }
      guard let reader = state.reader else { return }
      state.reader = nil
      reader.resume(returning: state.takeAll())
    }
  }

  /// Waits until there is something. For one reader.
  func take() async -> [WorkerEvent] {
    await withCheckedContinuation { reader in
      state.withLock { state in
        if state.events.isEmpty && !state.isWoken {
          state.reader = reader
        } else {
          reader.resume(returning: state.takeAll())
        }
      }
    }
  }
}
