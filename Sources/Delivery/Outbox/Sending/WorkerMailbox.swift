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

  /// The reader is woken outside the lock: a cancelled task holds its own lock while it posts, and waking it takes that one.
  func post(_ event: WorkerEvent) {
    let ready = state.withLock { state -> (CheckedContinuation<[WorkerEvent], Never>, [WorkerEvent])? in
      if case .wake = event { state.isWoken = true } else { state.events.append(event) }
      guard let reader = state.reader else { return nil }
      state.reader = nil
      return (reader, state.takeAll())
    }
    if let (reader, events) = ready { reader.resume(returning: events) }
  }

  /// Waits until there is something. For one reader.
  func take() async -> [WorkerEvent] {
    await withCheckedContinuation { reader in
      let events = state.withLock { state -> [WorkerEvent]? in
        guard state.events.isEmpty && !state.isWoken else { return state.takeAll() }
        state.reader = reader
        return nil
      }
      if let events { reader.resume(returning: events) }
    }
  }
}
