import ArgumentParser

/// What clinicians do with the safety layer.
struct SafetyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "safety",
    abstract: "Shows the safety rules for review.",
    discussion: """
      Exit codes: 0 done; 2 the safety files are refused or the region is unknown.

      Examples:
        marrow safety show > safety.md
        marrow safety show --region uk
      """,
    subcommands: [SafetyShowCommand.self])
}
