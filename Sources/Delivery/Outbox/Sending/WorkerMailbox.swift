import Synchronization

/// Hands a worker's loop everything that happened since it last looked.
///
/// Bounded by the worker's concurrency and the number of endpoints: each reply in flight leaves one event, and waking twice is
/// waking once.
final class WorkerMailbox: Sendable {
  private struct State {
    var events: [WorkerEvent] = []
    var isWoken = false
    /// Endpoints for which something was queued.
    var queued: Set<String> = []
    /// Endpoints of which the reader knows already that more waits than can be sent.
    var ignored: Set<String> = []
    var reader: CheckedContinuation<[WorkerEvent], Never>?

    var isEmpty: Bool { events.isEmpty && !isWoken && queued.isEmpty }

    mutating func takeAll() -> [WorkerEvent] {
      // Until the reader says anew what it knows, everything counts: it is about to look at the store.
      defer { (events, isWoken, queued, ignored) = ([], false, [], []) }
      return events + (queued.isEmpty ? [] : [.queued(queued)]) + (isWoken ? [.wake] : [])
    }

    mutating func add(_ event: WorkerEvent) {
      switch event {
      case .wake: isWoken = true
      case .queued(let endpoints): queued.formUnion(endpoints.subtracting(ignored))
      case .ended, .stop, .cancelled: events.append(event)
      }
    }
  }

  private let state = Mutex(State())

  /// The reader is woken outside the lock: a cancelled task holds its own lock while it posts, and waking it takes that one.
  func post(_ event: WorkerEvent) {
    let ready = state.withLock { state -> (CheckedContinuation<[WorkerEvent], Never>, [WorkerEvent])? in
      state.add(event)
      guard !state.isEmpty, let reader = state.reader else { return nil }
      state.reader = nil
      return (reader, state.takeAll())
    }
    if let (reader, events) = ready { reader.resume(returning: events) }
  }

  /// Waits until there is something. For one reader.
  ///
  /// - Parameter ignored: endpoints for which nothing more that is queued need be told.
  func take(ignoring ignored: Set<String> = []) async -> [WorkerEvent] {
    await withCheckedContinuation { reader in
      let events = state.withLock { state -> [WorkerEvent]? in
        state.ignored = ignored
        state.queued.subtract(ignored)
        guard state.isEmpty else { return state.takeAll() }
        state.reader = reader
        return nil
      }
      if let events { reader.resume(returning: events) }
    }
  }
}
