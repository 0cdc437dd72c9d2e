import ArgumentParser
import Daemon

/// Shows a dead letter.
struct OutboxShowCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Shows one dead letter with what was to be said, as long as that is kept.",
    discussion: """
      Examples:
        marrow outbox show 17
      """)

  @OptionGroup var letter: DeadLetterArguments

  func run() async throws { try await letter.run("GET") { try await $0.show($1) } }
}
