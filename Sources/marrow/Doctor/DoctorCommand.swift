import Answering
import ArgumentParser
import Daemon
import Foundation

/// `marrow doctor`: what is wrong with an installation, and what to do.
struct DoctorCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "doctor",
    abstract: "Checks configuration, knowledge, model, secrets, platforms and store, and says what to fix.",
    discussion: """
      Exit codes: 0 all is well, or only warned of; 2 something must be fixed.

      Examples:
        marrow doctor
        marrow doctor --config /etc/marrow/marrow.yaml
        marrow doctor --json
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Flag(help: "Print JSON.") var json = false

  func run() async throws {
    let settings: Settings
    do {
      settings = try options.settings(home)
    } catch let refused as SettingsRefused {
      return try report(refused.problems.map { Diagnosis(.broken, "configuration", $0) })
    }
    let doctor = Doctor(
      settings, knowledge: try home.knowledgeSource(settings), environment: ProcessInfo.processInfo.environment)
    try report([Diagnosis(.good, "configuration", "can be used")] + (await doctor.examine()))
  }

  private func report(_ diagnoses: [Diagnosis]) throws {
    let text = diagnoses.map { $0.line + "\n" }.joined()
    try StandardStream.output.write(json ? Diagnosis.json(diagnoses).pretty + "\n" : text)
    if diagnoses.contains(where: { $0.state == .broken }) { throw ExitCode(2) }
  }
}
