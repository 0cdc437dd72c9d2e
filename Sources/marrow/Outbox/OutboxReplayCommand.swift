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

  @OptionGroup var letter: DeadLetterArguments

  func run() async throws { try await letter.run("POST") { try await $0.replay($1) } }
}
