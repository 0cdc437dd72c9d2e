package import Answering
package import Foundation
import Knowledge
import Logging
import NIOConcurrencyHelpers
import NIOPosix

/// Holds the knowledge that answers come from, and swaps it for a newer one in one step.
package final class KnowledgeDesk: Sendable {
  /// What the desk has.
  struct State {
    var responder: Responder?
    var warnings: [String] = []
    var refusal: String?
    var loadedAt: Date?
  }

  private let source: KnowledgeSource
  private let state = NIOLockedValueBox(State())
  /// One thread, so that a second reload waits for the first.
  private let thread = NIOThreadPool(numberOfThreads: 1)
  private let metrics: DaemonMetrics
  private let logger: Logger
  private let now: @Sendable () -> Date

  /// Given once the first knowledge is served.
  let loaded = Awaited<Bool>()

  /// A desk that has nothing yet.
  init(_ source: KnowledgeSource, metrics: DaemonMetrics, logger: Logger, now: @escaping @Sendable () -> Date) {
    self.source = source
    self.metrics = metrics
    self.logger = logger
    self.now = now
    thread.start()
  }

  /// The responder; nil until the first load.
  package var responder: Responder? { state.withLockedValue { $0.responder } }
  /// What ages in the knowledge, one line each.
  package var warnings: [String] { state.withLockedValue { $0.warnings } }
  /// Why the last reload was refused; nil where it was not.
  package var refusal: String? { state.withLockedValue { $0.refusal } }
  /// When the knowledge that is served was loaded.
  package var loadedAt: Date? { state.withLockedValue { $0.loadedAt } }

  /// Loads the folder and serves it from now on. What is refused changes nothing: the old knowledge keeps serving.
  /// - Returns: the digest of the new knowledge.
  /// - Throws: `KnowledgeRefused` where the folder cannot be used.
  @discardableResult
  package func reload() async throws -> String {
    let time = now()
    do {
      let (responder, warnings) = try await thread.runIfActive { [source] in
        let responder = try source.load()
        return (responder, AgeWarnings.of(responder, at: time))
      }
      serve(responder, warnings: warnings, at: time)
      return responder.knowledge.digest
    } catch let refused as KnowledgeRefused {
      state.withLockedValue { $0.refusal = refused.description }
      metrics.reloads.increment(["refused"])
      logger.error(
        "knowledge refused",
        metadata: ["problems": .array(refused.problems.prefix(20).map { "\($0)" }), "served": "\(servedDigest)"])
      throw refused
    }
  }

  /// Ends the desk's thread. Loading after it is refused.
  func close() async { try? await thread.shutdownGracefully() }

  private var servedDigest: String { responder?.knowledge.digest ?? "none" }

  private func serve(_ responder: Responder, warnings: [String], at time: Date) {
    state.withLockedValue { $0 = State(responder: responder, warnings: warnings, refusal: nil, loadedAt: time) }
    loaded.give(true)
    metrics.reloads.increment(["loaded"])
    logger.info(
      "knowledge loaded",
      metadata: [
        "knowledge": "\(responder.knowledge.digest)", "model": "\(responder.modelName)",
        "sections": "\(responder.knowledge.sections.count)",
      ])
    for warning in warnings { logger.warning("knowledge ages", metadata: ["warning": "\(warning)"]) }
  }
}
