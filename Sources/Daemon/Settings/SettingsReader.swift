package import Foundation
import Knowledge

/// Reads settings: command line before environment before file before defaults.
package struct SettingsReader {
  private var settings = Settings()
  private var problems: [String] = []
  private static let keys = Dictionary(uniqueKeysWithValues: SettingKey.all.map { ($0.path, $0) })

  private init() {}

  /// The settings of a file, an environment and a command line.
  ///
  /// - Parameters:
  ///   - file: the configuration file; nil for none.
  ///   - environment: variables; those that do not begin with `MARROW_` and a group's name are left alone.
  ///   - commandLine: keys and values, applied in order.
  /// - Throws: ``SettingsRefused`` with every unknown key, bad value and platform that is stated twice.
  package static func read(
    file: URL?, environment: [String: String], commandLine: [(key: String, value: String)] = []
  ) throws(SettingsRefused) -> Settings {
    var text: String?
    if let file {
      do { text = try String(contentsOf: file, encoding: .utf8) } catch {
        throw SettingsRefused(["\(file.path): cannot be read; check the path and that it is UTF-8"])
      }
    }
    return try read(text: text, name: file?.lastPathComponent ?? "", environment: environment, commandLine: commandLine)
  }

  /// The settings of a file's text, an environment and a command line.
  /// - Throws: ``SettingsRefused``.
  package static func read(
    text: String?, name: String, environment: [String: String] = [:],
    commandLine: [(key: String, value: String)] = []
  ) throws(SettingsRefused) -> Settings {
    var reader = SettingsReader()
    if let text { reader.readFile(text, name: name) }
    reader.readEnvironment(environment)
    for (key, value) in commandLine { reader.set(key, .scalar(value), from: .commandLine) }
    guard reader.problems.isEmpty else { throw SettingsRefused(reader.problems) }
    return reader.settings
  }

  private mutating func readFile(_ text: String, name: String) {
    do throws(SettingsRefused) {
      let file = try SettingsFile(text, name: name)
      for entry in file.entries { set(entry.path, entry.value, from: entry.place) }
      for entry in file.platforms { add(entry) }
    } catch {
      problems += error.problems
    }
  }

  private mutating func readEnvironment(_ environment: [String: String]) {
    let byVariable = Dictionary(uniqueKeysWithValues: SettingKey.all.map { ($0.variable, $0.path) })
    let groups = Set(SettingKey.all.map { SettingKey.variable(for: String($0.path.prefix { $0 != "." })) + "_" })
    for (variable, value) in environment.sorted(by: { $0.key < $1.key }) where variable.hasPrefix("MARROW_") {
      if let path = byVariable[variable] {
        set(path, .scalar(value), from: .environment(variable))
      } else if groups.contains(where: variable.hasPrefix), variable != DeskToken.variable {
        problems.append("\(variable): there is no such setting" + Self.hint(variable, among: Array(byVariable.keys)))
      } else if variable.hasPrefix("MARROW_PLATFORMS_"), !isOfPlatform(variable) {
        problems.append("\(variable): no platform of that name is configured")
      }
    }
  }

  private func isOfPlatform(_ variable: String) -> Bool {
    settings.platforms.contains { variable.hasPrefix($0.variable("")) }
  }

  private mutating func set(_ path: String, _ value: SettingValue, from place: SettingPlace) {
    guard let key = Self.keys[path] else {
      problems.append("\(place): \(path): there is no such key" + Self.hint(path, among: SettingKey.all.map(\.path)))
      return
    }
    do throws(SettingFault) {
      try key.set(value, in: &settings)
    } catch {
      problems.append("\(place): \(path): \(error.expected)")
    }
  }

  private mutating func add(_ entry: PlatformEntry) {
    let sameVariable = settings.platforms.contains { $0.variable("") == entry.variable("") }
    if settings.platforms.contains(where: { $0.name == entry.name }) {
      problems.append(
        "\(entry.place): platforms.name: two platforms are called \"\(entry.name)\"; give each its own name")
    } else if sameVariable {
      problems.append(
        "\(entry.place): platforms.name: \"\(entry.name)\" would share its environment variables with another platform")
    }
    settings.platforms.append(entry)
  }

  private static func hint(_ name: String, among names: [String]) -> String {
    NearestIDs(names).suggestions(for: name).first.map { "; did you mean \($0)?" } ?? ""
  }
}
