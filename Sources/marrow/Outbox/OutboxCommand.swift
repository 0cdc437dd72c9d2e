import ArgumentParser

/// What operators do with replies that could not be delivered.
struct OutboxCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "outbox",
    abstract: "Lists, shows, sends again or drops replies that could not be delivered.",
    discussion: """
      Speaks to the running daemon; without one it opens the store itself. Give the same --config as the daemon's.

      Examples:
        marrow outbox list
        marrow outbox show 17
        marrow outbox replay 17
        marrow outbox drop 17
      """,
    subcommands: [
      OutboxListCommand.self, OutboxShowCommand.self, OutboxReplayCommand.self, OutboxDropCommand.self,
    ])
}
