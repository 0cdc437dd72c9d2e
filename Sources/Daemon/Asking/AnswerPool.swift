package import Answering
package import Foundation
import NIOCore
import NIOPosix

/// Answers questions on threads of its own, so that a long question keeps nobody from being heard. What waits is bounded.
package final class AnswerPool: Sendable {
  private let threads: NIOThreadPool
  /// Questions that may wait or be answered at once.
  let places: Places
  private let cache: AnswerCache
  private let metrics: DaemonMetrics

  /// A pool with the threads and the places to wait that the settings name.
  package init(_ settings: Settings.Answering, metrics: DaemonMetrics) {
    let count = settings.threads > 0 ? settings.threads : System.coreCount
    threads = NIOThreadPool(numberOfThreads: count)
    places = Places(count + settings.waiting)
    cache = AnswerCache(limit: settings.cached)
    self.metrics = metrics
    threads.start()
  }

  /// Questions that wait or are being answered.
  package var depth: Int { places.taken }

  /// True where a question that is not in memory would be refused.
  package var isFull: Bool { places.isFull }

  /// The answer to a question, and the state after it. The same question in the same state comes from memory.
  /// - Throws: `HTTPFault.busy` where too many wait.
  package func answer(
    _ question: String, in state: ConversationState, by responder: Responder, at now: Date
  ) async throws -> Reply {
    try await answered(question, in: state, by: responder, at: now).reply
  }

  /// As ``answer(_:in:by:at:)``, with what is kept of the reply where it comes from memory.
  /// - Throws: as ``answer(_:in:by:at:)``.
  func answered(
    _ question: String, in state: ConversationState, by responder: Responder, at now: Date
  ) async throws -> (reply: Reply, kept: KeptReply?) {
    let key = AnswerCache.Key(question: question, state: state, responder: responder, at: now)
    if let kept = cache.reply(for: key) {
      metrics.cacheHits.increment()
      return (Reply(answer: kept.reply.answer, state: kept.reply.state.used(at: now)), kept)
    }
    let began = ContinuousClock.now
    guard places.take() else {
      metrics.overloaded.increment()
      throw HTTPFault.busy
    }
    defer { places.leave() }
    let reply = try await threads.runIfActive { responder.respond(to: question, in: state, at: now) }
    metrics.answerSeconds.observe(began.duration(to: .now).seconds)
    cache.store(reply, for: key)
    return (reply, nil)
  }

  /// Ends the threads; what still waits for one is refused.
  package func close() async { try? await threads.shutdownGracefully() }
}
