import Answering
import ArgumentParser
import Daemon

/// What every command about one dead letter takes and does.
struct DeadLetterArguments: ParsableArguments {
  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Argument(help: "Number of the dead letter.") var number: Int64

  /// Has the daemon do it by an HTTP method, or does the same with `locally` where none runs.
  func run(_ method: String, locally: (OutboxDesk, Int64) async throws -> JSONValue) async throws {
    try await Operator(options.settings(home)).run(method, "/outbox/\(number)") { try await locally($0, number) }
  }
}
