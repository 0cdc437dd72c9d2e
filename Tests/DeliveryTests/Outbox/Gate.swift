import Foundation
import Synchronization

/// Holds tasks until it is opened; a cancelled one goes through too.
final class Gate: Sendable {
  private struct State {
    var isOpen = false
    var held: [UUID: CheckedContinuation<Bool, Never>] = [:]
    var cancelled: Set<UUID> = []
    var arrivals = 0
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state = Mutex(State())

  func open() {
    let held = state.withLock { state in
      state.isOpen = true
      defer { state.held = [:] }
      return Array(state.held.values)
    }
    for continuation in held { continuation.resume(returning: true) }
  }

  /// True when the gate was opened, false when the task was cancelled before.
  func pass() async -> Bool {
    let id = UUID()
    return await withTaskCancellationHandler {
      await withCheckedContinuation { hold(id, $0) }
    } onCancel: {
      let held = state.withLock { state in
        let held = state.held.removeValue(forKey: id)
        if held == nil { state.cancelled.insert(id) }
        return held
      }
      held?.resume(returning: false)
    }
  }

  /// Returns once `count` tasks have come to the gate.
  func reached(by count: Int) async {
    await withCheckedContinuation { continuation in
      let isMet = state.withLock { state in
        if state.arrivals < count { state.watchers.append((count, continuation)) }
        return state.arrivals >= count
      }
      if isMet { continuation.resume() }
    }
  }

  private func hold(_ id: UUID, _ continuation: CheckedContinuation<Bool, Never>) {
    let (answer, met) = state.withLock { state -> (Bool?, [CheckedContinuation<Void, Never>]) in
      state.arrivals += 1
      let met = state.watchers.filter { $0.count <= state.arrivals }.map(\.continuation)
      state.watchers.removeAll { $0.count <= state.arrivals }
      if state.isOpen { return (true, met) }
      if state.cancelled.remove(id) != nil { return (false, met) }
      state.held[id] = continuation
      return (nil, met)
    }
    if let answer { continuation.resume(returning: answer) }
    for watcher in met { watcher.resume() }
  }
}
