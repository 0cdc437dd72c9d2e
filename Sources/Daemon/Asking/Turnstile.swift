import NIOConcurrencyHelpers

/// Lets those with the same key through one at a time, in the order they came; how many may wait for one key is bounded.
final class Turnstile<Key: Hashable & Sendable>: Sendable {
  /// Too many wait for the key.
  struct Full: Error {}

  private let places: Int
  /// Those waiting for each key that somebody holds.
  private let queues = NIOLockedValueBox<[Key: [CheckedContinuation<Void, Never>]]>([:])

  /// A turnstile where so many may wait for one key.
  init(places: Int) { self.places = places }

  /// Runs `body` while nobody else does for the same key.
  /// - Throws: ``Full``, or what `body` throws.
  func pass<Value: Sendable>(_ key: Key, _ body: () async throws -> Value) async throws -> Value {
    try await enter(key)
    defer { leave(key) }
    return try await body()
  }

  private enum Entry { case free, full, waiting }

  private func enter(_ key: Key) async throws {
    let isFull = queues.withLockedValue { queues in
      guard let queue = queues[key] else {
        queues[key] = []
        return Entry.free
      }
      return queue.count < places ? .waiting : .full
    }
    switch isFull {
    case .free: return
    case .full: throw Full()
    case .waiting: await wait(key)
    }
  }

  /// Waits for its turn; whoever leaves hands the key to the first that waits.
  private func wait(_ key: Key) async {
    await withCheckedContinuation { continuation in
      let isFree = queues.withLockedValue { queues in
        // Whoever held the key may have left since.
        guard queues[key] != nil else {
          queues[key] = []
          return true
        }
        queues[key]?.append(continuation)
        return false
      }
      if isFree { continuation.resume() }
    }
  }

  private func leave(_ key: Key) {
    let next = queues.withLockedValue { queues -> CheckedContinuation<Void, Never>? in
      guard queues[key]?.isEmpty == false else {
        queues[key] = nil
        return nil
      }
      return queues[key]?.removeFirst()
    }
    next?.resume()
  }
}
