import Foundation
import HTTPTypes
import Logging
import ServiceLifecycle

/// Listens on the control socket. Where that cannot be, the daemon runs without it and says so once.
struct ControlService: Service {
  let folder: StateFolder
  let settings: Settings
  let routes: [Route]
  let observer: RequestObserver
  let now: @Sendable () -> Date

  /// Runs until the daemon is told to stop.
  func run() async throws {
    do {
      try folder.make()
      guard !ControlClient(socket: folder.socket).isAnswered else {
        throw StateFailure(message: "another daemon listens on \(folder.socket.path)")
      }
      try await listener.run()
      try? FileManager.default.removeItem(at: folder.socket)
    } catch {
      observer.logger.warning("no control socket", metadata: ["reason": "\(error)"])
      try? await gracefulShutdown()
    }
  }

  private var listener: Listener {
    let socket = folder.socket
    return Listener(
      settings, at: .socket(socket), routes: RouteTable(routes), observer: observer, now: now
    ) { _ in
      // The folder is closed to others already; this says it of the socket too.
      try? FileManager.default.setAttributes([.posixPermissions: 0o600], ofItemAtPath: socket.path)
    }
  }
}
