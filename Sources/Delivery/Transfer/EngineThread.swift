internal import Curl
import Foundation

/// The engine's thread: starts transfers, moves them along, ends them, and runs the jobs of the tasks that prefer it.
///
/// Everything here happens on that one thread.
final class EngineThread {
  private let loop: EngineLoop
  private let multi: MultiHandle
  private let agent: String
  private let clock = ContinuousClock()
  private var backlog: Backlog<Transfer>
  /// All handles there are, never more than were in flight at once; libcurl has only bare pointers to them.
  private var handles: [EasyHandle] = []
  private var idle: [EasyHandle] = []
  private let limits: TransferLimits

  private init(loop: EngineLoop, limits: TransferLimits, agent: String) {
    self.loop = loop
    self.limits = limits
    self.agent = agent
    multi = loop.multi
    backlog = Backlog(limits: limits)
  }

  /// Starts the thread, which ends by ``EngineLoop/stop()``.
  ///
  /// - Throws: ``TransferFailure/engine(code:)`` where the system gives no thread.
  static func start(loop: EngineLoop, limits: TransferLimits, agent: String) throws(TransferFailure) {
    let body = Body { EngineThread(loop: loop, limits: limits, agent: agent).run() }
    let argument = Unmanaged.passRetained(body)
    var thread = pthread_t()
    let code = pthread_create(&thread, nil, EngineThread.main, argument.toOpaque())
    guard code == 0 else {
      argument.release()
      throw .engine(code: Int(CURLE_FAILED_INIT.rawValue))
    }
    // Nobody joins it: its end is told by the loop, also to a task that runs on the thread itself.
    pthread_detach(thread)
  }

  private final class Body: Sendable {
    let run: @Sendable () -> Void
    init(_ run: @escaping @Sendable () -> Void) { self.run = run }
  }

  private static let main: @convention(c) (UnsafeMutableRawPointer?) -> UnsafeMutableRawPointer? = { argument in
    marrow_name_thread("marrow-transfer")
    marrow_leave_signals_to_others()
    if let argument { Unmanaged<Body>.fromOpaque(argument).takeRetainedValue().run() }
    return nil
  }

  private func run() {
    while true {
      run(loop.takeJobs())
      // The jobs of tasks whose transfer has ended have often handed in the next one by now.
      let handedIn = loop.takeTransfers()
      for transfer in handedIn.submitted { take(transfer) }
      for transfer in handedIn.cancelled { cancel(transfer) }
      if handedIn.isStopping { break }
      for transfer in backlog.start() { start(transfer) }
      pause()
      // Once a round, since it looks at every transfer in flight.
      if !multi.perform() { endAll(with: .engine(code: Int(CURLE_FAILED_INIT.rawValue))) }
      collect()
    }
    shutDown()
  }

  private func run(_ jobs: [UnownedJob]) {
    for job in jobs { job.runSynchronously(on: loop.asUnownedTaskExecutor()) }
  }

  private func take(_ transfer: Transfer) {
    backlog.add(transfer, host: transfer.prepared.url.origin, deadline: transfer.deadline)
  }

  private func cancel(_ transfer: Transfer) {
    if transfer.easy != nil { return end(transfer, .failure(.cancelled)) }
    for waiting in backlog.remove(where: { $0 === transfer }) { resume(waiting, .failure(.cancelled)) }
  }

  private func start(_ transfer: Transfer) {
    do throws(TransferFailure) {
      let remaining = transfer.deadline - clock.now
      guard remaining > .zero else { throw .timedOut }
      let easy = if let free = idle.popLast() { free } else { try makeHandle() }
      transfer.easy = easy
      try easy.carry(transfer, remaining: remaining)
      guard multi.add(easy) else { throw .engine(code: Int(CURLE_FAILED_INIT.rawValue)) }
    } catch {
      end(transfer, .failure(error))
    }
  }

  private func makeHandle() throws(TransferFailure) -> EasyHandle {
    let easy = try EasyHandle(agent: agent, limits: limits)
    handles.append(easy)
    return easy
  }

  /// Waits until a connection, a deadline or another thread has something to do.
  private func pause() {
    multi.poll(milliseconds: loop.fallAsleep() ? longestPause : 0)
    loop.awake()
  }

  /// libcurl knows the deadlines of what is in flight, but not of what waits.
  private var longestPause: Int32 {
    guard let deadline = backlog.nextDeadline else { return 60_000 }
    return Int32(clamping: max(.zero, deadline - clock.now).milliseconds)
  }

  private func collect() {
    while let (easy, code) = multi.nextEnded() {
      guard let transfer = easy.transfer else { continue }
      end(transfer, transfer.outcome(of: code, status: easy.status))
    }
    guard backlog.count > 0 else { return }
    for transfer in backlog.removeExpired(at: clock.now) { resume(transfer, .failure(.timedOut)) }
  }

  /// Ends a transfer whose turn had come.
  private func end(_ transfer: Transfer, _ outcome: Transfer.Outcome) {
    if let easy = transfer.easy {
      multi.remove(easy)
      easy.forget()
      idle.append(easy)
      transfer.easy = nil
    }
    backlog.finish(host: transfer.prepared.url.origin)
    resume(transfer, outcome)
  }

  private func resume(_ transfer: Transfer, _ outcome: Transfer.Outcome) {
    loop.release()
    transfer.continuation?.resume(returning: outcome)
    transfer.continuation = nil
  }

  private func endAll(with failure: TransferFailure) {
    for transfer in handles.compactMap(\.transfer) { end(transfer, .failure(failure)) }
  }

  private func shutDown() {
    for transfer in backlog.remove(where: { _ in true }) { resume(transfer, .failure(.shutDown)) }
    endAll(with: .shutDown)
    idle = []
    handles = []
    multi.free()
    loop.end()
  }
}
