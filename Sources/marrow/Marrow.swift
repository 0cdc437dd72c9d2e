import ArgumentParser

/// The command line: every subcommand stands in a file of its own.
@main
struct Marrow: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marrow",
    abstract: "Answers questions about leukemia and bone marrow transplant from a small set of documents.",
    discussion: """
      Every sentence of an answer stands in the documents; what they do not say is declined by name.
      Not medical advice. In an emergency call your local emergency number.

      Examples:
        marrow ask "What are the symptoms of ALL?"
        marrow chat
        marrow check
        marrow knowledge lint
        marrow serve

      Exit codes:
        0   done
        1   a check failed
        2   wrong use, configuration or knowledge
        3   nothing to check
        70  a fault of the program
      """,
    version: "marrow 0.1.0",
    subcommands: [
      AskCommand.self, ChatCommand.self, CheckCommand.self, ServeCommand.self, SimulateCommand.self, OutboxCommand.self,
      ForgetCommand.self, DoctorCommand.self, RehearseKillsCommand.self,
      KnowledgeCommand.self,
    ])

  /// Runs the command that the arguments name, and ends the process with the code that `Ending` gives.
  static func main() async {
    do {
      var command = try await asyncParseAsRoot()
      if var command = command as? any AsyncParsableCommand {
        try await command.run()
      } else {
        try command.run()
      }
    } catch {
      Ending(error).leave()
    }
  }
}
