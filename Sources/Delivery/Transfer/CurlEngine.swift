/// Sends HTTP requests by libcurl: many at once on one thread, over connections that are used again.
///
/// TLS connections carry HTTP/2 where the server speaks it. No redirect is followed, no proxy and no netrc file is heeded,
/// no cookie is kept, and the address of every connection passes the filter, after the name look-up and for each request.
///
/// An engine runs until ``shutdown()`` or until nobody holds it any more; there is no use for more than one.
package final class CurlEngine: Sendable {
  private let loop: EngineLoop
  private let filter: AddressFilter
  private let urls = RecentURLs()

  /// Starts an engine with a thread of its own.
  ///
  /// - Parameters:
  ///   - limits: what it holds at most.
  ///   - agent: the User-Agent of every request, such as `marrow/0.1.0`.
  ///   - filter: says which addresses may be connected to.
  /// - Throws: ``TransferFailure/engine(code:)`` where memory or threads have run out.
  package init(
    limits: TransferLimits = TransferLimits(), agent: String, filter: AddressFilter = .standard
  ) throws(TransferFailure) {
    loop = try EngineLoop(limits: limits)
    self.filter = filter
    do throws(TransferFailure) {
      try EngineThread.start(loop: loop, limits: limits, agent: agent)
    } catch {
      loop.multi.free()
      throw error
    }
  }

  deinit { loop.stop() }

  /// Runs tasks on the engine's own thread, which saves two changes of thread a transfer:
  /// `group.addTask(executorPreference: engine.executor) { ... }`.
  ///
  /// Everything such a task does holds up all transfers. It may prepare a request and judge a response; it must not block,
  /// wait for a lock that is held long, read files, or compute for more than a millisecond.
  package var executor: any TaskExecutor { loop }

  /// How many transfers are in flight or wait for their turn; for metrics.
  package var outstanding: Int { loop.outstanding }

  /// Sends a request and gives the whole response, whatever its status.
  ///
  /// Cancelling the task ends the transfer at once; whether the server has seen the request by then is unknown.
  ///
  /// - Throws: ``TransferFailure`` where there is no response.
  package func perform(_ request: TransferRequest) async throws(TransferFailure) -> TransferResponse {
    let transfer = Transfer(try PreparedRequest(request, urls: urls), filter: filter, now: .now)
    let loop = loop
    let outcome = await withTaskCancellationHandler {
      await withCheckedContinuation { loop.submit(transfer, $0) }
    } onCancel: {
      loop.cancel(transfer)
    }
    return try outcome.get()
  }

  /// Ends all transfers with ``TransferFailure/shutDown``, closes all connections and returns once the thread has let go of
  /// everything. Calling it again does no harm. To let transfers finish, wait for them first.
  package func shutdown() async {
    loop.stop()
    await loop.waitForEnd()
  }
}
