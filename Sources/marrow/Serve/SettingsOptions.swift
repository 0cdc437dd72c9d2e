import ArgumentParser
import Daemon
import Foundation

/// Where settings come from: options of every command that needs the daemon's configuration.
struct SettingsOptions: ParsableArguments {
  @Option(help: ArgumentHelp("Configuration file. Default: Config/marrow.yaml in the home folder.", valueName: "file"))
  var config: String?

  @Option(
    name: .customLong("set"),
    help: ArgumentHelp(
      "One setting, for instance limits.body_bytes=65536; may be given several times.", valueName: "key=value"))
  var assignments: [String] = []

  /// The settings: command line before environment before file before defaults.
  /// - Throws: `SettingsRefused`.
  func settings(_ home: Home, adding more: [(String, String)] = []) throws -> Settings {
    let environment = ProcessInfo.processInfo.environment
    return try SettingsReader.read(
      file: file(home), environment: environment, commandLine: try pairs() + more.map { (key: $0.0, value: $0.1) })
  }

  private func file(_ home: Home) -> URL? {
    if let config { return URL(fileURLWithPath: config) }
    let file = home.root().appendingPathComponent("Config/marrow.yaml")
    return FileManager.default.fileExists(atPath: file.path) ? file : nil
  }

  private func pairs() throws -> [(key: String, value: String)] {
    try assignments.map { text in
      guard let equals = text.firstIndex(of: "=") else {
        throw ValidationError("--set takes key=value, for instance --set limits.body_bytes=65536")
      }
      return (String(text[..<equals]), String(text[text.index(after: equals)...]))
    }
  }
}
