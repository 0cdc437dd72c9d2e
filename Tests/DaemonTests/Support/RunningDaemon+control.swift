import Daemon
import Foundation

extension RunningDaemon {
  /// Sends a command through the control socket and gives the answer's body. The client blocks, so it gets a thread of its
  /// own; the socket is there a moment after the daemon is ready.
  func control(_ method: String, _ path: String, _ body: String = "") async throws -> String {
    let client = ControlClient(socket: state.socket)
    return try await withCheckedThrowingContinuation { continuation in
      Thread.detachNewThread {
        continuation.resume(
          with: Result {
            while true {
              if let reply = try client.call(method, path, body: Data(body.utf8)) {
                return String(decoding: reply.body, as: UTF8.self)
              }
              usleep(1000)
            }
          })
      }
    }
  }
}
