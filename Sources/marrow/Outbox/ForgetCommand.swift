import ArgumentParser
import Daemon
import Foundation

/// Erases a user.
struct ForgetCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "forget",
    abstract: "Deletes everything that is kept of a user: conversations, replies that wait, dead letters.",
    discussion: """
      The user is the id that the platform gives him, for instance U012ABCDEF in Slack. Speaks to the running daemon; without
      one it opens the store itself.

      Examples:
        marrow forget U012ABCDEF
        marrow forget @someone:clinic.example --platform ward-matrix
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: SettingsOptions
  @Option(help: "Name of the platform; without it all that are configured.") var platform: String?
  @Argument(help: "The user's id on the platform.") var user: String

  func run() async throws {
    let settings = try options.settings(home)
    let platforms = platform.map { [$0] } ?? settings.platforms.map(\.name)
    guard !platforms.isEmpty else { throw UsageFailure(message: "no platform is configured; name one with --platform") }
    let request = try JSONEncoder().encode(ForgetRequest(user: user, platform: platform))
    try await Operator(settings).run("POST", "/forget", body: request) {
      try await $0.forget(user, on: platforms)
    }
  }
}
