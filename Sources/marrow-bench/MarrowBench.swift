internal import ArgumentParser

/// How well Marrow understands, beside others that learn the same; no part of the program.
@main
struct MarrowBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "marrow-bench",
    abstract: "How well Marrow understands questions, beside other engines that learn the same.",
    discussion: """
      Run it in the repository's folder, built for release, after Config/fetch-model.sh. Progress goes to standard error, \
      Markdown tables to standard output.

      Examples:
        marrow-bench --questions Tests/HeldBack --data FOLDER --json figures.json
        marrow-bench compare --questions Tests/HeldBack --engines lexical full
        marrow-bench reliability --questions Tests/HeldBack
        marrow-bench ablation --questions Tests/HeldBack
      """,
    subcommands: [CompareCommand.self, ReliabilityCommand.self, AblationCommand.self, AnswerCommand.self],
    defaultSubcommand: CompareCommand.self)
}
