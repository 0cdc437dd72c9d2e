import Chat
import Delivery
import Foundation
import Logging
import NIOConcurrencyHelpers
import ServiceLifecycle

/// The side of the daemon that speaks with chat platforms: events in, replies out, and the store between them.
struct Messaging: Sendable {
  let platforms: [ConfiguredPlatform]
  let store: any OutboxStore
  let key: StoreKey
  let health: StoreHealth
  let worker: DeliveryWorker
  let engine: CurlEngine
  private let plan: Daemon.Plan

  /// Opens the store and makes the platforms; nothing runs yet.
  /// - Throws: ``SettingsRefused`` or ``StateFailure``.
  init(_ plan: Daemon.Plan, metrics: DaemonMetrics) async throws {
    self.plan = plan
    let engine = try CurlEngine(agent: "marrow")
    self.engine = engine
    do {
      platforms = try PlatformLoader.platforms(plan.platforms) { CurlFetcher(engine, access: $0) }
      let opened = try await plan.state.open(at: plan.clock.now)
      (store, key) = (plan.store(opened.store), opened.key)
    } catch {
      await engine.shutdown()
      throw error
    }
    health = StoreHealth(logger: plan.logger)
    let sender = PlatformSender(
      platforms, engine: engine, settings: plan.settings.sending, metrics: metrics, now: plan.now)
    worker = DeliveryWorker(
      store: store, sender: sender, policy: Self.policy(plan.settings.sending),
      settings: Self.workerSettings(plan.settings.sending, platforms), clock: plan.clock,
      observer: DeliveryLog(metrics: metrics, logger: plan.logger, health: health, now: plan.now))
    measure(metrics)
  }

  /// What runs as long as the daemon does.
  var services: [any Service] {
    let grace = Duration.seconds(plan.settings.limits.drainSeconds / 2)
    return [
      DeliveryService(worker: worker, grace: grace),
      StoreKeeper(store: store, health: health, clock: plan.clock, logger: plan.logger),
    ]
  }

  /// `/webhooks/`.
  func routes(_ desk: KnowledgeDesk, pool: AnswerPool, metrics: DaemonMetrics) -> [Route] {
    let worker = worker
    let rates = plan.settings.rates
    let parts = EventIntake.Parts(
      desk: desk, pool: pool, store: store, key: key, clock: plan.clock, settings: plan.settings,
      senderRate: RateLimiter(perMinute: rates.senderPerMinute), turnstile: Turnstile(places: 16), health: health,
      metrics: metrics, wake: { worker.queued(for: $0) })
    return WebhookRoutes(
      platforms.map { EventIntake($0.platform, parts) }, places: 2 * max(pool.places.count, 32),
      perMinute: rates.platformPerMinute, metrics: metrics,
      logger: plan.logger
    ).routes
  }

  /// For operators.
  var outbox: OutboxDesk {
    let (worker, clock) = (worker, plan.clock)
    return OutboxDesk(
      store, key: key, settings: plan.settings.sending, now: { clock.now }, wake: { worker.wake() })
  }

  /// Closes store and connections, once the services have ended.
  func close() async {
    await store.close()
    await engine.shutdown()
  }

  private func measure(_ metrics: DaemonMetrics) {
    let (health, clock, engine) = (health, plan.clock, engine)
    metrics.add(
      Gauge("marrow_outbox_pending", "Replies waiting or being sent.") { Double(health.census?.pending ?? 0) })
    metrics.add(
      Gauge("marrow_outbox_oldest_seconds", "Age of the oldest reply that waits.") {
        health.census?.oldestPending.map { max(0, clock.now.timeIntervalSince($0)) } ?? 0
      })
    metrics.add(Gauge("marrow_dead_letters", "Dead letters.") { Double(health.census?.deadLetters ?? 0) })
    metrics.add(Gauge("marrow_store_up", "1 where the store works.") { health.isGood ? 1 : 0 })
    metrics.add(Gauge("marrow_transfers", "Requests being sent or waiting for it.") { Double(engine.outstanding) })
  }

  private static func policy(_ settings: Settings.Sending) -> DeliveryPolicy {
    DeliveryPolicy(lateAfter: .seconds(settings.lateMinutes * 60))
  }

  private static func workerSettings(
    _ settings: Settings.Sending, _ platforms: [ConfiguredPlatform]
  ) -> WorkerSettings {
    var worker = WorkerSettings(concurrency: settings.concurrency)
    worker.concurrencyPerEndpoint = max(1, settings.concurrency / max(1, min(platforms.count, 4)))
    // Two requests where mark-up is refused, and the time to fetch a token before each.
    worker.lease = .seconds(4 * settings.timeoutSeconds + 20)
    for platform in platforms {
      let pace = platform.platform.pace
      if let perSecond = pace.perSecond {
        worker.endpointRates[platform.name] = .init(burst: perSecond, interval: .seconds(1) / max(1, perSecond))
      }
      if pace.laneInterval > .zero { worker.laneRates[platform.name] = .init(burst: 1, interval: pace.laneInterval) }
    }
    return worker
  }
}
