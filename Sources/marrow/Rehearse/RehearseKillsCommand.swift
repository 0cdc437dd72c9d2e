import Answering
import ArgumentParser
import Daemon
import Foundation

/// Kills a daemon again and again, and counts what was lost. Hidden: for those who work on the program.
struct RehearseKillsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "rehearse-kills",
    abstract: "Kills a daemon at random points while it works, and counts what was lost.",
    discussion: """
      Says on standard error how far it is and what it comes to, and prints the figures as JSON. Questions are spread over the
      kills; one kill in eight comes before the daemon is ready. Exit code 1 where something was lost, answered twice or out of order.

      Examples:
        marrow rehearse-kills --questions 2000 --kills 50 --seed 7
      """, shouldDisplay: false)

  @OptionGroup var home: Home
  @Option(help: "Questions to ask.") var questions = 2000
  @Option(help: "Conversations that go on beside each other.") var conversations = 100
  @Option(help: "Kills.") var kills = 50
  @Option(help: "Seed of the dice.") var seed: UInt64 = 1

  func run() async throws {
    var plan = KillRehearsal.Plan(
      binary: URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath(), home: home.root())
    plan.questions = questions
    plan.conversations = conversations
    plan.kills = kills
    plan.seed = seed
    plan.progress = { try? StandardStream.error.write("\($0)\n") }
    let report = try await KillRehearsal(plan).run()
    try StandardStream.output.write(report.json.line + "\n")
    try StandardStream.error.write(report.verdict + "\n")
    if !report.isGood { throw ExitCode(1) }
  }
}
