import ServiceLifecycle

/// Says as soon as the daemon is told to stop that it takes no more; the last service to start is the first to hear.
struct DrainService: Service {
  let readiness: Readiness

  /// Runs until the daemon is told to stop.
  func run() async throws {
    try? await gracefulShutdown()
    readiness.drain()
  }
}
