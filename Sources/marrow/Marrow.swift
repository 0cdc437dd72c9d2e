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
      """,
    subcommands: [AskCommand.self, CheckCommand.self, KnowledgeCommand.self])
}
