import NIOConcurrencyHelpers

/// A value that somebody gives once and any number of tasks wait for.
final class Awaited<Value: Sendable>: Sendable {
  private struct State {
    var value: Result<Value, any Error>?
    var waiting: [Int: CheckedContinuation<Value, any Error>] = [:]
    var next = 0
  }

  private let state = NIOLockedValueBox(State())

  init() {}

  /// Gives the value; a second one is passed over.
  func give(_ value: Value) { end(.success(value)) }

  /// Says that there will be no value.
  func fail(_ error: any Error) { end(.failure(error)) }

  private func end(_ value: Result<Value, any Error>) {
    let waiting = state.withLockedValue { state in
      if state.value == nil { state.value = value }
      defer { state.waiting = [:] }
      return state.waiting.values
    }
    for continuation in waiting { continuation.resume(with: value) }
  }

  /// The value, once it is there.
  /// - Throws: `CancellationError`, or why there will be none.
  func value() async throws -> Value {
    let number = state.withLockedValue { state in
      state.next += 1
      return state.next
    }
    return try await withTaskCancellationHandler {
      try await withCheckedThrowingContinuation { wait(number, $0) }
    } onCancel: {
      state.withLockedValue { $0.waiting.removeValue(forKey: number) }?.resume(throwing: CancellationError())
    }
  }

  private func wait(_ number: Int, _ continuation: CheckedContinuation<Value, any Error>) {
    let isCancelled = Task.isCancelled
    let value = state.withLockedValue { state in
      if state.value == nil && !isCancelled { state.waiting[number] = continuation }
      return state.value
    }
    if let value {
      continuation.resume(with: value)
    } else if isCancelled {
      continuation.resume(throwing: CancellationError())
    }
  }
}
