import Delivery
import Foundation
import Synchronization

/// A clock that moves when told to.
final class ManualClock: DeliveryClock {
  private struct Sleeper {
    var date: Date
    var continuation: CheckedContinuation<Void, any Error>
  }

  private struct State {
    var now: Date
    var sleepers: [UUID: Sleeper] = [:]
    var cancelled: Set<UUID> = []
    var watchers: [(isMet: @Sendable ([Date]) -> Bool, continuation: CheckedContinuation<Void, Never>)] = []

    mutating func takeMetWatchers() -> [CheckedContinuation<Void, Never>] {
      let dates = sleepers.values.map(\.date)
      let met = watchers.filter { $0.isMet(dates) }
      watchers.removeAll { $0.isMet(dates) }
      return met.map(\.continuation)
    }
  }

  private let state: Mutex<State>

  init(_ now: Date = .start) { state = Mutex(State(now: now)) }

  var now: Date { state.withLock { $0.now } }

  func sleep(until date: Date) async throws {
    let id = UUID()
    try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { continuation in
        let (watchers, isOver) = state.withLock {
          state -> ([CheckedContinuation<Void, Never>], Result<Void, any Error>?) in
          if state.cancelled.remove(id) != nil { return ([], .failure(CancellationError())) }
          if date <= state.now { return ([], .success(())) }
          state.sleepers[id] = Sleeper(date: date, continuation: continuation)
          return (state.takeMetWatchers(), nil)
        }
        if let isOver { continuation.resume(with: isOver) }
        for watcher in watchers { watcher.resume() }
      }
    } onCancel: {
      let sleeper = state.withLock { state in
        let sleeper = state.sleepers.removeValue(forKey: id)
        if sleeper == nil { state.cancelled.insert(id) }
        return sleeper
      }
      sleeper?.continuation.resume(throwing: CancellationError())
    }
  }

  /// Moves to `date`, forth or back, and wakes who slept until then.
  func set(_ date: Date) {
    let due = state.withLock { state in
      state.now = date
      let due = state.sleepers.filter { $0.value.date <= date }
      for id in due.keys { state.sleepers[id] = nil }
      return due.values.map(\.continuation)
    }
    for continuation in due { continuation.resume() }
  }

  /// Returns once somebody sleeps until a date that `isMet`.
  func sleeping(_ isMet: @escaping @Sendable (Date) -> Bool) async {
    await withCheckedContinuation { continuation in
      let watchers = state.withLock { state in
        state.watchers.append(({ $0.contains(where: isMet) }, continuation))
        return state.takeMetWatchers()
      }
      for watcher in watchers { watcher.resume() }
    }
  }
}
