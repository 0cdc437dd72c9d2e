internal import Dispatch
internal import Synchronization

/// Runs two pieces of work at the same time and waits for both: one on the calling thread, one on a thread of the system's pool.
///
/// Calls may be nested. (`DispatchQueue.concurrentPerform` runs an inner call's pieces one after the other.)
package enum Concurrently {
  /// The results of both. For pure computation of some milliseconds or more; it blocks the calling thread.
  package static func run<First: Sendable, Second: Sendable>(
    _ first: @Sendable () -> First, _ second: @escaping @Sendable () -> Second
  ) -> (First, Second) {
    let result = Mutex<Second?>(nil)
    let group = DispatchGroup()
    DispatchQueue.global().async(group: group) {
      let value = second()
      result.withLock { $0 = value }
    }
    let one = first()
    group.wait()
    // It is there: the group has ended. Doing the work again is the only way to say so without a trap.
    return (one, result.withLock { $0 } ?? second())
  }
}
