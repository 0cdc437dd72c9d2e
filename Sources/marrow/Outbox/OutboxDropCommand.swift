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

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Argument(help: "Number of the dead letter.") var number: Int64

  func run() async throws {
    try await Operator(options.settings(home)).run("DELETE", "/outbox/\(number)") { try await $0.drop(number) }
  }
}
