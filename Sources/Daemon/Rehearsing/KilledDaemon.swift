import Foundation
import NIOConcurrencyHelpers

/// A daemon in a process of its own, to be killed and started again on the same port and store.
final class KilledDaemon: Sendable {
  private let binary: URL
  private let arguments: [String]
  private let environment: [String: String]
  private let process = NIOLockedValueBox<Process?>(nil)

  init(binary: URL, arguments: [String], environment: [String: String]) {
    self.binary = binary
    self.arguments = arguments
    self.environment = environment
  }

  /// Starts it.
  func start() throws {
    let process = Process()
    process.executableURL = binary
    process.arguments = arguments
    process.environment = environment
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    self.process.withLockedValue { $0 = process }
  }

  /// Ends it as a power cut or the system's memory guard would, and returns when it is gone.
  func kill() async {
    let process = process.withLockedValue { process in
      defer { process = nil }
      return process
    }
    guard let process else { return }
    Foundation.kill(process.processIdentifier, SIGKILL)
    await withCheckedContinuation { continuation in
      Thread.detachNewThread {
        process.waitUntilExit()
        continuation.resume()
      }
    }
  }
}
