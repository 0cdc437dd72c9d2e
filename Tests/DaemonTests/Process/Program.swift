import Foundation
import KnowledgeFixture

/// The built program, run as a process of its own over a small knowledge folder.
struct Program {
  /// The binary beside the test bundle.
  static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath().deletingLastPathComponent()
    .appendingPathComponent("marrow")

  /// Variables of every run: nothing of the caller's, so that tests do not depend on who runs them.
  static func environment(_ fixture: KnowledgeFixture, adding more: [String: String] = [:]) -> [String: String] {
    let own = [
      "PATH": "/usr/bin:/bin", "HOME": fixture.home.path, "XDG_CACHE_HOME": RunningDaemon.cache.path,
      "MARROW_MODEL": "lexical",
      "XDG_STATE_HOME": fixture.home.appendingPathComponent("state").path, "SWIFT_BACKTRACE": "interactive=no",
    ]
    return own.merging(more) { $1 }
  }

  private let process: Spawned
  private let output = Pipe()
  private let errors = Pipe()

  /// Starts the program.
  init(_ arguments: [String], _ fixture: KnowledgeFixture, adding environment: [String: String] = [:]) throws {
    process = try Spawned(
      Self.binary.path, arguments + ["--home", fixture.home.path],
      environment: Self.environment(fixture, adding: environment),
      output: output.fileHandleForWriting.fileDescriptor, errors: errors.fileHandleForWriting.fileDescriptor)
    // The child has them; the pipes end when it does.
    try output.fileHandleForWriting.close()
    try errors.fileHandleForWriting.close()
  }

  /// Lines of standard output as they come, from a thread of their own.
  var lines: AsyncStream<String> { Self.lines(of: output) }

  /// Lines of standard error as they come.
  var errorLines: AsyncStream<String> { Self.lines(of: errors) }

  /// Sends it a signal.
  func signal(_ number: Int32) { process.signal(number) }

  /// Its exit code, once it has ended.
  func ended() async -> Int32 { await process.ended() }

  private static func lines(of pipe: Pipe) -> AsyncStream<String> {
    AsyncStream { continuation in
      Thread.detachNewThread {
        var rest = ""
        while true {
          let data = pipe.fileHandleForReading.availableData
          rest += String(decoding: data, as: UTF8.self)
          while let end = rest.firstIndex(of: "\n") {
            continuation.yield(String(rest[..<end]))
            rest = String(rest[rest.index(after: end)...])
          }
          if data.isEmpty { return continuation.finish() }
        }
      }
    }
  }
}
