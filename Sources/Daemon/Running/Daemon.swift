package import Foundation
package import Logging
import NIOCore
import ServiceLifecycle
import UnixSignals

/// The daemon: knows both sides, wires them, and runs until it is told to stop.
package struct Daemon: Sendable {
  /// What a daemon is made from.
  package struct Plan: Sendable {
    /// Everything that can be set.
    package var settings: Settings
    /// Where knowledge comes from.
    package var knowledge: KnowledgeSource
    /// Where events are written.
    package var logger: Logger
    /// The clock.
    package var now: @Sendable () -> Date = { Date() }
    /// Hears the address as soon as the daemon listens.
    package var listening: @Sendable (ListenAddress) -> Void = { _ in }
    /// Signals that stop the daemon; a daemon inside another program has none.
    package var stopsBySignal = true

    /// A plan.
    package init(settings: Settings, knowledge: KnowledgeSource, logger: Logger) {
      self.settings = settings
      self.knowledge = knowledge
      self.logger = logger
    }
  }

  private let plan: Plan
  private let metrics = DaemonMetrics()
  private let readiness = Readiness()
  private let desk: KnowledgeDesk
  private let pool: AnswerPool
  /// Answers single questions; what `/v1/ask` and the web chat use.
  private let asking: AskService

  /// A daemon; nothing runs yet.
  package init(_ plan: Plan) {
    self.plan = plan
    let desk = KnowledgeDesk(plan.knowledge, metrics: metrics, logger: plan.logger, now: plan.now)
    let pool = AnswerPool(plan.settings.answering, metrics: metrics)
    self.desk = desk
    self.pool = pool
    asking = AskService(desk, pool: pool, settings: plan.settings.answering, metrics: metrics)
    readiness.require("knowledge") { desk.responder != nil }
    metrics.add(Gauge("marrow_questions_waiting", "Questions that wait or are being answered.") { Double(pool.depth) })
    metrics.add(Gauge("marrow_resident_bytes", "Resident memory of the process.") { ProcessMemory.residentBytes })
  }

  /// Runs until a signal stops it, or its task is cancelled.
  /// - Throws: `KnowledgeRefused` or ``ListenFailure`` where it cannot start.
  package func run() async throws {
    let knowledge = KnowledgeService(
      desk: desk, readiness: readiness, logger: plan.logger, hearsSignals: plan.stopsBySignal)
    var configuration = ServiceGroupConfiguration(
      services: [knowledge, listener], gracefulShutdownSignals: plan.stopsBySignal ? [.sigterm, .sigint] : [],
      logger: Logger(label: "services", factory: { _ in SwiftLogNoOpLogHandler() }))
    configuration.maximumGracefulShutdownDuration = .seconds(plan.settings.limits.drainSeconds)
    let began = ContinuousClock.now
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch {
      await close()
      throw error
    }
    await close()
    plan.logger.info("stopped", metadata: ["ran_seconds": "\(Int(began.duration(to: .now).seconds))"])
  }

  private func close() async {
    await pool.close()
    await desk.close()
  }

  private var listener: Listener {
    let plan = plan
    let observer = RequestObserver(metrics: metrics, logger: plan.logger)
    return Listener(plan.settings, routes: RouteTable(routes), observer: observer, now: plan.now) { address in
      plan.logger.info("listening", metadata: ["address": "\(address.host)", "port": .stringConvertible(address.port)])
      plan.listening(address)
    }
  }

  /// Every route. The web chat and the desk add theirs here.
  private var routes: [Route] {
    let health = HealthRoutes(
      desk: desk, readiness: readiness, metrics: metrics,
      insiders: plan.settings.listen.metricsFrom.compactMap(AddressNetwork.init), startedAt: plan.now())
    return [AskRoute(service: asking).route] + SectionRoutes(desk: desk).routes + health.routes
  }
}
