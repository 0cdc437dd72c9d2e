internal import Dispatch
internal import Synchronization

/// Runs two pieces of work at the same time, on two threads of the system's pool, and waits for both.
package enum Concurrently {
  /// The results of both. For pure computation of some milliseconds or more; it blocks the calling thread.
  package static func run<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @Sendable () -> Second
  ) -> (First, Second) {
    let results = Mutex<(First?, Second?)>((nil, nil))
    DispatchQueue.concurrentPerform(iterations: 2) { turn in
      if turn == 0 {
        let result = first()
        results.withLock { $0.0 = result }
      } else {
        let result = second()
        results.withLock { $0.1 = result }
      }
    }
    let (one, other) = results.withLock { $0 }
    // Both are there: concurrentPerform has returned. Doing the work again is the only way to say so without a trap.
    return (one ?? first(), other ?? second())
  }
}
