import Dispatch
import GRDB
import Synchronization

/// Lets writes that arrive while a commit is under way, or soon after it began, share the next one, so that many cost one flush
/// of the disk.
///
/// Where one of them throws, nothing of that commit counts and each has one of its own, so that it undoes only itself: that is
/// rare, and a savepoint for each write would copy every page it changes. Everything runs on the writer's own queue, and
/// nothing here is a task, so a caller's cancellation cannot take its neighbours along.
final class GroupCommit: Sendable {
  /// Tells a caller how its write ended, once the commit is over; the argument says why there was none.
  private typealias Completion = @Sendable (StoreFailure?) -> Void

  private struct Write: Sendable {
    /// Also gives why the write itself failed, if it did. May run more than once; only the last time counts.
    let perform: @Sendable (Database) -> (Completion, StoreFailure?)
    let refuse: Completion
    /// Whether others may be waited for to share its commit.
    let canWait: Bool
  }

  private struct State {
    var waiting: [Write] = []
    /// A commit is under way or about to be.
    var isCommitting = false
    /// The next commit waits for more to share it; ends early where a write cannot wait.
    var isGathering = false
    /// When the last commit began.
    var began: ContinuousClock.Instant?
    var isClosed = false
    var count = 0
  }

  private let pool: DatabasePool
  private let longestQueue: Int
  private let largestCommit: Int
  private let interval: Duration
  private let state = Mutex(State())

  init(pool: DatabasePool, longestQueue: Int, largestCommit: Int, interval: Duration) {
    self.pool = pool
    self.interval = interval
    self.longestQueue = longestQueue
    self.largestCommit = largestCommit
  }

  /// Runs `body` in the next commit and returns once that is on disk.
  ///
  /// - Parameter isBounded: whether a full queue refuses the write, and whether it waits for others to share its commit. False
  ///   for a worker's writes, of which there is one at a time, so that a flood of questions cannot keep replies from going out.
  func write<Value: Sendable>(
    isBounded: Bool = false, _ body: @escaping @Sendable (Database) throws -> Value
  ) async throws(StoreFailure) -> Value {
    let result: Result<Value, StoreFailure> = await withCheckedContinuation { continuation in
      let write = Write(
        perform: { db in
          let result = Result { try body(db) }.mapError { StoreFailure($0) }
          return ({ continuation.resume(returning: $0.map { .failure($0) } ?? result) }, result.failure)
        },
        refuse: { continuation.resume(returning: .failure($0 ?? .closed)) }, canWait: isBounded)
      enqueue(write, isBounded: isBounded)
    }
    return try result.get()
  }

  /// Commits so far.
  var count: Int { state.withLock { $0.count } }

  var isClosed: Bool { state.withLock { $0.isClosed } }

  /// Refuses all later writes and returns when the last one before is committed.
  func close() async {
    state.withLock { $0.isClosed = true }
    await withCheckedContinuation { continuation in
      // One at a time, the queue's order makes this come after a commit under way; that one may have left more behind.
      finish { continuation.resume() }
    }
  }

  private func finish(_ done: @escaping @Sendable () -> Void) {
    pool.asyncWriteWithoutTransaction { [self] _ in
      guard state.withLock({ $0.isCommitting }) else { return done() }
      DispatchQueue.global().asyncAfter(deadline: .now() + .milliseconds(1)) { [self] in finish(done) }
    }
  }

  private func enqueue(_ write: Write, isBounded: Bool) {
    let (refusal, delay) = state.withLock { state -> (StoreFailure?, Duration?) in
      if state.isClosed { return (.closed, nil) }
      if isBounded && state.waiting.count >= longestQueue { return (.overloaded, nil) }
      state.waiting.append(write)
      return (nil, beginning(&state, canWait: isBounded, at: .now))
    }
    if let refusal { write.refuse(refusal) }
    if let delay { schedule(after: delay) }
  }

  /// In what time a commit is to begin for what waits; nil where one is planned that takes it along soon enough.
  private func beginning(_ state: inout State, canWait: Bool, at now: ContinuousClock.Instant) -> Duration? {
    guard !state.isCommitting || (state.isGathering && !canWait) else { return nil }
    state.isCommitting = true
    let left = state.began.map { interval - $0.duration(to: now) } ?? .zero
    state.isGathering = canWait && left > .zero
    return state.isGathering ? left : .zero
  }

  private func schedule(after delay: Duration) {
    guard delay > .zero else { return start(isGathered: false) }
    let nanoseconds = Int(delay / .nanoseconds(1))
    DispatchQueue.global().asyncAfter(deadline: .now() + .nanoseconds(nanoseconds)) { [self] in start(isGathered: true)
    }
  }

  /// Begins a commit; not at the end of a gathering that ended early.
  private func start(isGathered: Bool) {
    let begins = state.withLock { state in
      if isGathered && !state.isGathering { return false }
      state.isGathering = false
      return true
    }
    guard begins else { return }
    pool.asyncWriteWithoutTransaction { [self] db in commit(takeWaiting(), db) }
  }

  private func takeWaiting() -> [Write] {
    state.withLock { state in
      state.began = .now
      let taken = Array(state.waiting.prefix(largestCommit))
      state.waiting.removeFirst(taken.count)
      return taken
    }
  }

  private func commit(_ writes: [Write], _ db: Database) {
    var ends = [transact(writes, db)]
    if writes.count > 1, let failure = ends[0].failure, failure.mayConcernOneWrite {
      // One write's failure undoes the whole transaction: so each by itself.
      ends = writes.map { transact([$0], db) }
    }
    let delay = state.withLock { state -> Duration? in
      state.isCommitting = false
      guard !state.waiting.isEmpty else { return nil }
      return beginning(&state, canWait: state.waiting.allSatisfy(\.canWait), at: .now)
    }
    if let delay { schedule(after: delay) }
    for end in ends { end.completions.forEach { $0(end.failure) } }
  }

  /// Runs all writes in one transaction.
  ///
  /// - Returns: how to tell each caller, and why nothing was committed.
  private func transact(
    _ writes: [Write], _ db: Database
  ) -> (completions: [Completion], failure: StoreFailure?) {
    var completions: [Completion] = []
    do {
      if db.isInsideTransaction { try db.rollback() }
      try db.inTransaction(.immediate) {
        for write in writes {
          let (completion, failure) = write.perform(db)
          completions.append(completion)
          if let failure { throw failure }
        }
        return .commit
      }
      state.withLock { $0.count += 1 }
      return (completions, nil)
    } catch {
      return (completions + writes.dropFirst(completions.count).map(\.refuse), StoreFailure(error))
    }
  }
}
