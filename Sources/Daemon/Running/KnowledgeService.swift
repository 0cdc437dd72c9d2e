import Answering
import ServiceLifecycle
import UnixSignals

/// Loads the knowledge when the daemon starts, and again whenever it gets SIGHUP.
struct KnowledgeService: Service {
  let desk: KnowledgeDesk
  let region: String
  let hearsSignals: Bool

  /// Runs until the daemon is told to stop.
  /// - Throws: ``SettingsRefused`` for an unknown region, `KnowledgeRefused` where the folder cannot be used at the start; later refusals are logged only.
  func run() async throws {
    try await desk.reload()
    try checkRegion()
    await reloadOnSignal()
  }

  private func checkRegion() throws(SettingsRefused) {
    guard !region.isEmpty, let regions = desk.responder?.contacts.regions.map(\.id), !regions.contains(region) else {
      return
    }
    throw SettingsRefused([
      "answering.region: there is no such region in safety/contacts.yaml; known are \(regions.joined(separator: ", "))"
    ])
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
