import Synchronization

/// The part of an engine that all threads see: what is handed in, and the executor of the engine's thread.
final class EngineLoop: TaskExecutor {
  /// What has been handed in about transfers.
  struct Transfers {
    var submitted: [Transfer] = []
    var cancelled: [Transfer] = []
    var isStopping = false

    var isEmpty: Bool { submitted.isEmpty && cancelled.isEmpty && !isStopping }
  }

  private struct Inbox {
    var jobs: [UnownedJob] = []
    var transfers = Transfers()
    /// The thread waits in `poll` or is about to, so that it must be woken; set by the thread, cleared by who wakes it.
    var isSleeping = false
    /// The thread has ended; jobs go elsewhere.
    var isFinished = false
    /// Transfers taken in and not ended.
    var outstanding = 0
    var awaitingEnd: [CheckedContinuation<Void, Never>] = []
  }

  let multi: MultiHandle
  private let capacity: Int
  private let inbox = Mutex(Inbox())

  init(limits: TransferLimits) throws(TransferFailure) {
    multi = try MultiHandle(limits: limits)
    capacity = limits.active + limits.waiting
  }

  /// Transfers that have begun or wait.
  var outstanding: Int { inbox.withLock { $0.outstanding } }

  /// Takes a job of Swift's concurrency; after the thread's end it runs on the global executor, so that none is lost.
  func enqueue(_ job: UnownedJob) {
    let isLate = inbox.withLock { inbox in
      if inbox.isFinished { return true }
      inbox.jobs.append(job)
      wake(&inbox)
      return false
    }
    if isLate { globalConcurrentExecutor.enqueue(job) }
  }

  /// Takes a transfer in, or says at once why not.
  func submit(_ transfer: Transfer, _ continuation: CheckedContinuation<Transfer.Outcome, Never>) {
    let refusal: TransferFailure? = inbox.withLock { inbox in
      if transfer.isCancelled { return .cancelled }
      if inbox.transfers.isStopping || inbox.isFinished { return .shutDown }
      if inbox.outstanding >= capacity { return .overloaded }
      inbox.outstanding += 1
      transfer.continuation = continuation
      inbox.transfers.submitted.append(transfer)
      wake(&inbox)
      return nil
    }
    if let refusal { continuation.resume(returning: .failure(refusal)) }
  }

  /// Ends a transfer that may be anywhere: not yet handed in, waiting, in flight or over.
  func cancel(_ transfer: Transfer) {
    inbox.withLock { inbox in
      transfer.isCancelled = true
      guard !inbox.isFinished else { return }
      inbox.transfers.cancelled.append(transfer)
      wake(&inbox)
    }
  }

  /// Tells the thread to end, and everything with it.
  func stop() {
    inbox.withLock { inbox in
      guard !inbox.isFinished else { return }
      inbox.transfers.isStopping = true
      wake(&inbox)
    }
  }

  /// Returns once the thread has ended and freed all it had.
  func waitForEnd() async {
    await withCheckedContinuation { continuation in
      let isOver = inbox.withLock { inbox in
        if !inbox.isFinished { inbox.awaitingEnd.append(continuation) }
        return inbox.isFinished
      }
      if isOver { continuation.resume() }
    }
  }

  private func wake(_ inbox: inout Inbox) {
    guard inbox.isSleeping else { return }
    inbox.isSleeping = false
    multi.wake()
  }
}

// For the engine's thread.
extension EngineLoop {
  /// Takes the jobs that are due.
  func takeJobs() -> [UnownedJob] {
    inbox.withLock { inbox in
      defer { inbox.jobs = [] }
      return inbox.jobs
    }
  }

  /// Takes what has been handed in about transfers. The stop order stays in force.
  func takeTransfers() -> Transfers {
    inbox.withLock { inbox in
      defer { inbox.transfers = Transfers(isStopping: inbox.transfers.isStopping) }
      return inbox.transfers
    }
  }

  /// Whether the thread may wait: from now on whoever hands something in wakes it.
  func fallAsleep() -> Bool {
    inbox.withLock { inbox in
      inbox.isSleeping = inbox.jobs.isEmpty && inbox.transfers.isEmpty
      return inbox.isSleeping
    }
  }

  /// The thread is up again.
  func awake() {
    inbox.withLock { $0.isSleeping = false }
  }

  /// Makes room for another transfer.
  func release() {
    inbox.withLock { $0.outstanding -= 1 }
  }

  /// The thread's last words: what is handed in from now on goes elsewhere, and so do the jobs that are left.
  func end() {
    let (jobs, waiting) = inbox.withLock { inbox in
      inbox.isFinished = true
      let left = (inbox.jobs, inbox.awaitingEnd)
      inbox.jobs = []
      inbox.transfers = Transfers()
      inbox.awaitingEnd = []
      return left
    }
    for job in jobs { globalConcurrentExecutor.enqueue(job) }
    for continuation in waiting { continuation.resume() }
  }
}
