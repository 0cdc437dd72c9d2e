package import Chat
package import Delivery
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
    /// Chat platforms with their secrets.
    package var platforms: [PlatformPlan]
    /// Where everything is kept that outlives the process.
    package var state: StateFolder
    /// The time of day, for signatures.
    package var now: @Sendable () -> Date = { Date() }
    /// The clock of leases, waits and expiries.
    package var clock: any DeliveryClock = SteadyClock()
    /// What the store is seen through; for tests that make it fail.
    package var store: @Sendable (any OutboxStore) -> any OutboxStore = { $0 }
    /// Hears the address as soon as the daemon listens.
    package var listening: @Sendable (ListenAddress) -> Void = { _ in }
    /// Opens the editor's desk; nil where there is none.
    package var deskToken: Secret?
    /// Signals that stop the daemon; a daemon inside another program has none.
    package var stopsBySignal = true

    /// A plan.
    package init(
      settings: Settings, knowledge: KnowledgeSource, platforms: [PlatformPlan] = [], state: StateFolder, logger: Logger
    ) {
      self.settings = settings
      self.knowledge = knowledge
      self.platforms = platforms
      self.state = state
      self.logger = logger
    }
  }

  private let plan: Plan
  private let metrics: DaemonMetrics
  private let readiness = Readiness()
  private let bound = Awaited<ListenAddress>()
  private let desk: KnowledgeDesk
  private let pool: AnswerPool
  /// Answers single questions; what `/v1/ask` and the web chat use.
  private let asking: AskService
  /// Nil where no platform is configured: then nothing is kept on disk.
  private let messaging: Messaging?

  /// A daemon; its store is open, and nothing else runs yet.
  /// - Throws: ``SettingsRefused`` or ``StateFailure`` where it could not run.
  package init(_ plan: Plan) async throws {
    self.plan = plan
    let metrics = DaemonMetrics(keepingWordsFor: plan.settings.web.collectDays * 86_400)
    self.metrics = metrics
    messaging = plan.platforms.isEmpty ? nil : try await Messaging(plan, metrics: metrics)
    let desk = KnowledgeDesk(plan.knowledge, metrics: metrics, logger: plan.logger, now: plan.now)
    let pool = AnswerPool(plan.settings.answering, metrics: metrics)
    self.desk = desk
    self.pool = pool
    asking = AskService(desk, pool: pool, settings: plan.settings, metrics: metrics)
    readiness.require("knowledge") { desk.responder != nil }
    if let health = messaging?.health { readiness.require("store") { health.isGood } }
    metrics.add(Gauge("marrow_questions_waiting", "Questions that wait or are being answered.") { Double(pool.depth) })
    metrics.add(Gauge("marrow_resident_bytes", "Resident memory of the process.") { ProcessMemory.residentBytes })
  }

  /// Where the daemon listens, once it does and its knowledge is loaded.
  /// - Throws: `CancellationError`, or why the daemon ended before.
  package func ready() async throws -> ListenAddress {
    _ = try await desk.loaded.value()
    return try await bound.value()
  }

  /// Replies that wait or are being sent.
  package func pendingReplies() async throws -> Int { try await messaging?.store.census().pending ?? 0 }

  /// Runs until a signal stops it, or its task is cancelled.
  /// - Throws: `KnowledgeRefused` or ``ListenFailure`` where it cannot start.
  package func run() async throws {
    let knowledge = KnowledgeService(
      desk: desk, region: plan.settings.answering.region, hearsSignals: plan.stopsBySignal)
    var configuration = ServiceGroupConfiguration(
      services: (messaging?.services ?? []) + [control, knowledge, listener, DrainService(readiness: readiness)],
      gracefulShutdownSignals: plan.stopsBySignal ? [.sigterm, .sigint] : [],
      logger: Logger(label: "services", factory: { _ in SwiftLogNoOpLogHandler() }))
    configuration.maximumGracefulShutdownDuration = .seconds(plan.settings.limits.drainSeconds)
    let began = ContinuousClock.now
    do {
      try await ServiceGroup(configuration: configuration).run()
    } catch {
      desk.loaded.fail(error)
      bound.fail(error)
      await close()
      throw error
    }
    await close()
    plan.logger.info("stopped", metadata: ["ran_seconds": "\(Int(began.duration(to: .now).seconds))"])
  }

  private func close() async {
    await pool.close()
    await messaging?.close()
    await desk.close()
  }

  private var observer: RequestObserver { RequestObserver(metrics: metrics, logger: plan.logger) }

  private var control: ControlService {
    let routes = ControlRoutes(
      desk: desk, outbox: messaging?.outbox, platforms: messaging?.platforms.map(\.name) ?? [])
    return ControlService(
      folder: plan.state, settings: plan.settings, routes: routes.routes, observer: observer, now: plan.now)
  }

  private var listener: Listener {
    let (plan, bound) = (plan, bound)
    return Listener(plan.settings, routes: RouteTable(routes), observer: observer, now: plan.now) { address in
      plan.logger.info("listening", metadata: ["address": "\(address.host)", "port": .stringConvertible(address.port)])
      plan.listening(address)
      bound.give(address)
    }
  }

  /// The editor's desk, where there is a token for it.
  private var editing: [Route] {
    guard let token = plan.deskToken else { return [] }
    let parts = DeskRoutes.Parts(
      desk: desk, settings: plan.settings, metrics: metrics, outbox: messaging?.outbox,
      report: CheckReportFile(plan.settings, state: plan.state), now: plan.now)
    return DeskRoutes(token, parts).routes
  }

  /// Every route.
  private var routes: [Route] {
    let health = HealthRoutes(
      desk: desk, readiness: readiness, metrics: metrics,
      insiders: plan.settings.listen.metricsFrom.compactMap(AddressNetwork.init), startedAt: plan.now())
    let webhooks = messaging?.routes(desk, pool: pool, metrics: metrics) ?? []
    let web = WebRoutes(desk, settings: plan.settings)
    let ask = AskRoute(service: asking, origins: OriginPolicy(plan.settings))
    return [ask.route] + web.routes + editing + SectionRoutes(desk: desk).routes + health.routes + webhooks
  }
}
