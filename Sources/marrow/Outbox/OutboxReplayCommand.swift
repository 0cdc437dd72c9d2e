import ArgumentParser
import Daemon

/// Sends a dead letter again.
struct OutboxReplayCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "replay",
    abstract: "Queues a dead letter again, under its old number and idempotency key.",
    discussion: """
      Examples:
        marrow outbox replay 17
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Argument(help: "Number of the dead letter.") var number: Int64

  func run() async throws {
    try await Operator(options.settings(home)).run("POST", "/outbox/\(number)") { try await $0.replay(number) }
  }
}
