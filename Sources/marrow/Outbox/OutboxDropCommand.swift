import ArgumentParser
import Daemon

/// Deletes a dead letter.
struct OutboxDropCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "drop",
    abstract: "Deletes a dead letter.",
    discussion: """
      Examples:
        marrow outbox drop 17
      """)

  @OptionGroup var letter: DeadLetterArguments

  func run() async throws { try await letter.run("DELETE") { try await $0.drop($1) } }
}
