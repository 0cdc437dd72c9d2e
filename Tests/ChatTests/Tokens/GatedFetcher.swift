import Chat
import Foundation
import Synchronization

/// Answers by what it is told to, but holds every answer back while its gate is shut.
final class GatedFetcher: Fetcher {
  typealias Answer = @Sendable (OutgoingRequest) -> OutgoingResponse?

  private struct State {
    var answer: Answer
    var isOpen = true
    var requests: [OutgoingRequest] = []
    var held: [CheckedContinuation<Void, Never>] = []
    var watchers: [(count: Int, continuation: CheckedContinuation<Void, Never>)] = []
  }

  private let state: Mutex<State>

  init(_ answer: @escaping Answer) { state = Mutex(State(answer: answer)) }

  /// What was asked for, in order.
  var requests: [OutgoingRequest] { state.withLock { $0.requests } }

  /// Answers otherwise from now on.
  func answer(_ answer: @escaping Answer) { state.withLock { $0.answer = answer } }

  /// Holds answers back from now on.
  func shut() { state.withLock { $0.isOpen = false } }

  /// Lets all answers out.
  func open() {
    let held = state.withLock { state in
      state.isOpen = true
      defer { state.held = [] }
      return state.held
    }
    for continuation in held { continuation.resume() }
  }

  /// Returns once there have been so many requests.
  func asked(_ count: Int) async {
    await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
      let isThere = state.withLock { state in
        if state.requests.count >= count { return true }
        state.watchers.append((count, continuation))
        return false
      }
      if isThere { continuation.resume() }
    }
  }

  func fetch(_ request: OutgoingRequest) async throws(FetchFailure) -> OutgoingResponse {
    let (isOpen, done) = state.withLock { state in
      state.requests.append(request)
      let done = state.watchers.filter { $0.count <= state.requests.count }
      state.watchers.removeAll { $0.count <= state.requests.count }
      return (state.isOpen, done)
    }
    for watcher in done { watcher.continuation.resume() }
    if !isOpen {
      await withCheckedContinuation { (continuation: CheckedContinuation<Void, Never>) in
        let isOpen = state.withLock { state in
          if !state.isOpen { state.held.append(continuation) }
          return state.isOpen
        }
        if isOpen { continuation.resume() }
      }
    }
    guard let response = state.withLock({ $0.answer })(request) else { throw FetchFailure() }
    return response
  }
}
