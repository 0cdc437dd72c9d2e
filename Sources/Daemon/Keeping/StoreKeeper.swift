import Delivery
import Foundation
import Logging
import ServiceLifecycle

/// Sweeps the store each minute and counts what it holds every few seconds, which also tells whether it works.
struct StoreKeeper: Service {
  /// Time between two counts.
  static let pause: Duration = .seconds(2)
  /// Counts between two sweeps.
  static let countsPerSweep = 30

  let store: any OutboxStore
  let health: StoreHealth
  let clock: any DeliveryClock
  let logger: Logger

  /// Runs until the daemon is told to stop.
  func run() async throws {
    await cancelWhenGracefulShutdown {
      var round = 0
      while !Task.isCancelled {
        await look(sweeping: round.isMultiple(of: Self.countsPerSweep))
        round += 1
        guard (try? await Task.sleep(for: Self.pause)) != nil else { return }
      }
    }
  }

  private func look(sweeping: Bool) async {
    do throws(StoreFailure) {
      if sweeping { report(try await store.sweep(at: clock.now)) }
      health.counted(try await store.census())
    } catch {
      health.failed(error)
    }
  }

  private func report(_ swept: Swept) {
    guard swept != Swept() else { return }
    logger.info(
      "store swept",
      metadata: [
        "expired": .stringConvertible(swept.expired), "wiped": .stringConvertible(swept.wiped),
        "dropped": .stringConvertible(swept.dropped), "conversations": .stringConvertible(swept.conversations),
        "messages": .stringConvertible(swept.rememberedMessages),
      ])
  }
}
