import Logging
import ServiceLifecycle
import UnixSignals

/// Loads the knowledge when the daemon starts, and again whenever it gets SIGHUP.
struct KnowledgeService: Service {
  let desk: KnowledgeDesk
  let readiness: Readiness
  let logger: Logger
  let hearsSignals: Bool

  /// Runs until the daemon is told to stop.
  /// - Throws: `KnowledgeRefused` where the folder cannot be used at the start; later refusals are logged only.
  func run() async throws {
    try await desk.reload()
    await withGracefulShutdownHandler {
      await reloadOnSignal()
    } onGracefulShutdown: {
      readiness.drain()
    }
  }

  private func reloadOnSignal() async {
    guard hearsSignals else {
      try? await gracefulShutdown()
      return
    }
    for await _ in await UnixSignalsSequence(trapping: .sighup).cancelOnGracefulShutdown() {
      // What is refused is logged where it is found, and the old knowledge keeps serving.
      _ = try? await desk.reload()
    }
  }
}
