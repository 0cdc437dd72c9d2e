import Delivery
import Foundation
import Logging

/// Counts and logs what the worker does; hears names of platforms and causes, never text, addresses or users.
struct DeliveryLog: DeliveryObserver {
  let metrics: DaemonMetrics
  let logger: Logger
  let health: StoreHealth
  let now: @Sendable () -> Date

  func observe(_ event: DeliveryEvent) {
    switch event {
    case .delivered(let platform, let after, let attempt):
      metrics.deliveries.increment([platform, "delivered"])
      metrics.deliverySeconds.observe(after.seconds, [platform])
      metrics.count(isDead: false, at: now())
      log(.info, "reply delivered", platform, ["attempt": .stringConvertible(attempt)])
    case .retryPlanned(let platform, let attempt):
      metrics.deliveries.increment([platform, "retry"])
      log(.info, "reply to be sent again", platform, ["attempt": .stringConvertible(attempt)])
    case .died(let platform, let cause):
      metrics.deliveries.increment([platform, cause.rawValue])
      metrics.count(isDead: true, at: now())
      log(.warning, "reply dead", platform, ["cause": "\(cause.rawValue)"])
    case .postponed(let platform): metrics.deliveries.increment([platform, "postponed"])
    case .released(let platform): metrics.deliveries.increment([platform, "released"])
    case .stale(let platform): metrics.deliveries.increment([platform, "stale"])
    case .breakerOpened(let endpoint): log(.warning, "platform does not answer", endpoint)
    case .breakerClosed(let endpoint): log(.info, "platform answers again", endpoint)
    case .storeFailed(let failure): health.failed(failure)
    }
  }

  private func log(
    _ level: Logger.Level, _ event: Logger.Message, _ platform: String, _ fields: Logger.Metadata = [:]
  ) {
    logger.log(level: level, event, metadata: fields.merging(["platform": "\(platform)"]) { $1 })
  }
}
