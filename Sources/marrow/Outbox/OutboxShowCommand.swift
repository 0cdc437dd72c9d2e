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

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Argument(help: "Number of the dead letter.") var number: Int64

  func run() async throws {
    try await Operator(options.settings(home)).run("GET", "/outbox/\(number)") { try await $0.show(number) }
  }
}
