import Answering
import ArgumentParser
import Daemon
import Foundation
import HTTPTypes

/// `marrow simulate`: what a platform's users would get.
struct SimulateCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "simulate",
    abstract: "Sends a question as a chat platform would, and shows the reply that leaves.",
    discussion: """
      Starts a daemon of its own with fresh keys and a sink on this machine in the platform's place, sends one signed event
      and prints what the daemon answered and what it sent. Needs no account and touches no running daemon. Platforms: \
      \(Simulation.kinds.joined(separator: ", ")).

      Examples:
        marrow simulate slack "What are the symptoms of ALL?"
        marrow simulate generic "What is CAR-T cell therapy?" --json
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print one JSON object.") var json = false
  @Option(help: "Id of the user who asks.") var user = "U0SIMULATED"
  @Argument(help: "Kind of platform.") var platform: String
  @Argument(help: ArgumentHelp("The question.", valueName: "question")) var question: [String]

  func run() async throws {
    let folder = FileManager.default.temporaryDirectory.appendingPathComponent("marrow-simulate-\(UUID().uuidString)")
    let simulation = try Simulation(kind: platform, knowledge: try home.knowledgeSource(Settings()), folder: folder)
    let outcome: Simulation.Outcome
    do {
      outcome = try await simulation.run(question.joined(separator: " "), user: user)
    } catch let failure as SimulationFailure {
      throw UsageFailure(message: failure.description)
    }
    let report = SimulationReport(outcome)
    try StandardStream.output.write(json ? report.json.pretty + "\n" : report.text)
  }
}
