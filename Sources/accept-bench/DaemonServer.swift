import Chat
import Daemon
import Foundation
import Logging

/// The daemon as it is, with one Slack platform and no limits of rate.
struct DaemonServer {
  private let folder: URL
  private let model: String
  private let sink: String

  /// A daemon of this folder of state, model, and URL in the platform's place.
  init(_ arguments: [String]) throws {
    guard arguments.count == 3 else { throw BenchFailure.noServer("serve-marrow") }
    (folder, model, sink) = (URL(fileURLWithPath: arguments[0]), arguments[1], arguments[2])
  }

  /// Serves on a port of its own until the process is stopped.
  func run() async throws {
    ProcessMemory.shareHeaps()
    var settings = Settings()
    settings.listen.port = 0
    (settings.rates.addressPerMinute, settings.rates.senderPerMinute, settings.rates.platformPerMinute) = (0, 0, 0)
    let output = FileHandle.nullDevice
    let logger = Logger(label: "marrow") { _ in JSONLogHandler(level: .info) { output.write(Data($0.utf8)) } }
    let platform = PlatformPlan(settings: Events.settings(sink: sink), privateHosts: ["127.0.0.1"])
    let plan = Daemon.Plan(
      settings: settings, knowledge: try AnswerCost.source(model: model), platforms: [platform],
      state: StateFolder(url: folder), logger: logger)
    let daemon = try await Daemon(plan)
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await daemon.run() }
      group.addTask { Served.say(port: try await daemon.ready().port) }
      try await group.waitForAll()
    }
  }
}
