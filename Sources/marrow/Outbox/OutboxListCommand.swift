import Answering
import ArgumentParser
import Daemon

/// Lists dead letters.
struct OutboxListCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "list",
    abstract: "Lists dead letters without their text, and counts what waits.",
    discussion: """
      Examples:
        marrow outbox list
        marrow outbox list --after 1000
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Option(help: "List those with higher numbers only; a list has 1000 at most.") var after: Int64?

  func run() async throws {
    let path = "/outbox" + (after.map { "?after=\($0)" } ?? "")
    try await Operator(options.settings(home)).run("GET", path) { try await $0.list(after: after) }
  }
}
