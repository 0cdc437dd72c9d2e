import ArgumentParser

/// What content editors do with the knowledge folder.
struct KnowledgeCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "knowledge",
    abstract: "Checks, lists and compiles the knowledge folder.",
    discussion: """
      Exit codes: 0 done; 1 lint found errors; 2 the folder is refused or an id is unknown.

      Examples:
        marrow knowledge lint
        marrow knowledge list --json
        marrow knowledge show all/symptoms
        marrow knowledge compile --force
      """,
    subcommands: [
      KnowledgeLintCommand.self, KnowledgeListCommand.self, KnowledgeShowCommand.self, KnowledgeStatsCommand.self,
      KnowledgeGapsCommand.self, KnowledgeCompileCommand.self, KnowledgeReloadCommand.self,
    ])
}
