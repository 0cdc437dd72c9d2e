import Foundation

/// A run of the probe, which works on a store in a process of its own.
struct ProbeRun {
  /// What it said, in that order.
  var lines: [String] = []
  /// It ended by itself with code 0.
  var succeeded = false

  private static let binary = URL(filePath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appending(path: "outbox-probe")

  /// Runs the probe to its end, or until it has said `limit` lines: then it is killed without warning.
  static func run(_ arguments: [String], killedAfter limit: Int? = nil) async throws -> ProbeRun {
    try await withCheckedThrowingContinuation { continuation in
      DispatchQueue(label: "probe").async {
        continuation.resume(with: Result { try finished(arguments, limit) })
      }
    }
  }

  private static func finished(_ arguments: [String], _ limit: Int?) throws -> ProbeRun {
    let process = Process()
    let output = Pipe()
    process.executableURL = binary
    process.arguments = arguments
    process.standardOutput = output
    try process.run()
    var run = ProbeRun()
    var rest = Data()
    var isKilled = false
    // What was said before the kill still stands in the pipe and is read to its end.
    while case let chunk = output.fileHandleForReading.availableData, !chunk.isEmpty {
      rest += chunk
      let parts = rest.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
      run.lines += parts.dropLast().map { String(decoding: $0, as: UTF8.self) }
      rest = Data(parts.last ?? Data())
      if let limit, run.lines.count >= limit, !isKilled {
        kill(process.processIdentifier, SIGKILL)
        isKilled = true
      }
    }
    process.waitUntilExit()
    run.succeeded = process.terminationReason == .exit && process.terminationStatus == 0
    return run
  }
}
