import ArgumentParser
import Daemon
import Foundation

/// Has a running daemon load the knowledge anew.
struct KnowledgeReloadCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reload",
    abstract: "Has the running daemon load the knowledge anew; what is refused leaves the old one serving.",
    discussion: """
      Exit codes: 0 the new knowledge serves; 2 it is refused, or no daemon runs.

      Examples:
        marrow knowledge reload
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions

  func run() async throws {
    let folder = StateFolder(try options.settings(home), environment: ProcessInfo.processInfo.environment)
    guard let reply = try ControlClient(socket: folder.socket).call("POST", "/knowledge/reload") else {
      throw UsageFailure(message: "no daemon listens on \(folder.socket.path); start it with marrow serve")
    }
    try Operator.report(reply)
  }
}
