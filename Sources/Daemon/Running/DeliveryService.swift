import Delivery
import ServiceLifecycle

/// Runs the worker that sends replies; told to stop, it finishes what it is sending.
struct DeliveryService: Service {
  let worker: DeliveryWorker
  /// What a send that is under way gets when the daemon stops; the rest is handed back and sent after the next start.
  let grace: Duration

  /// Runs until the daemon is told to stop.
  func run() async throws {
    await withGracefulShutdownHandler {
      await worker.run()
    } onGracefulShutdown: {
      worker.stop(within: grace)
    }
  }
}
