package import Chat
package import Delivery
import Foundation

/// Turns the configuration's platforms into settings with secrets, and those into platforms.
package struct PlatformLoader {
  private let entries: [PlatformEntry]
  private let publicURL: String
  private let environment: [String: String]

  /// A loader for the platforms of these settings; secrets come from this environment or from the files the settings name.
  package init(_ settings: Settings, environment: [String: String]) {
    entries = settings.platforms
    publicURL = settings.listen.publicURL
    self.environment = environment
  }

  /// The platforms' settings with their secrets.
  /// - Throws: ``SettingsRefused`` with every unknown kind, unknown variable, and secret that cannot be read.
  package func plans() throws(SettingsRefused) -> [PlatformPlan] {
    var problems: [String] = []
    let plans = entries.compactMap { plan($0, &problems) }
    guard problems.isEmpty else { throw SettingsRefused(problems) }
    return plans
  }

  /// The platforms that these plans describe.
  /// - Throws: ``SettingsRefused`` with the first problem of each.
  package static func platforms(
    _ plans: [PlatformPlan], fetcher: (AddressAccess) -> any Fetcher
  ) throws(SettingsRefused) -> [ConfiguredPlatform] {
    var problems: [String] = []
    var platforms: [ConfiguredPlatform] = []
    for plan in plans {
      let access = AddressAccess(naming: plan.privateHosts)
      do throws(SettingsProblem) {
        let environment = PlatformEnvironment(fetcher: fetcher(access))
        let platform = try PlatformRegistry.make(plan.settings, environment: environment)
        platforms.append(ConfiguredPlatform(platform: platform, access: access))
      } catch {
        problems.append(error.description)
      }
    }
    guard problems.isEmpty else { throw SettingsRefused(problems) }
    return platforms
  }

  private func plan(_ entry: PlatformEntry, _ problems: inout [String]) -> PlatformPlan? {
    guard let type = PlatformRegistry.platform(entry.kind) else {
      let known = PlatformRegistry.all.map { $0.kind }.joined(separator: ", ")
      problems.append("\(entry.place): platforms.\(entry.name).kind: there is no such platform; known are \(known)")
      return nil
    }
    var settings = PlatformSettings(
      name: entry.name, kind: entry.kind, options: entry.options, publicURL: address(of: entry))
    for key in type.keys {
      do throws(SettingFault) {
        try read(key, of: entry, into: &settings)
      } catch {
        problems.append("\(entry.place): platforms.\(entry.name).\(key.name): \(error.expected)")
      }
    }
    problems += unknownFiles(entry, type.keys) + unknownVariables(entry, type.keys)
    return PlatformPlan(settings: settings, privateHosts: entry.privateHosts)
  }

  private func read(
    _ key: Chat.SettingKey, of entry: PlatformEntry, into settings: inout PlatformSettings
  ) throws(SettingFault) {
    let variable = environment[entry.variable(key.name)]
    if !key.isSecret {
      if let variable { settings.options[key.name] = variable }
    } else if entry.options[key.name] != nil {
      throw SettingFault(
        expected: "is a secret; give it as \(entry.variable(key.name)) or in a file named by \(key.name)_file")
    } else if let variable {
      settings.secrets[key.name] = Secret(variable)
    } else if let file = entry.secretFiles[key.name] {
      settings.secrets[key.name] = Secret(try SecretFile.read(file))
    } else if key.isRequired {
      throw SettingFault(
        expected: "is missing; give it as \(entry.variable(key.name)) or in a file named by \(key.name)_file")
    }
  }

  private func unknownFiles(_ entry: PlatformEntry, _ keys: [Chat.SettingKey]) -> [String] {
    let secrets = Set(keys.filter(\.isSecret).map(\.name))
    return entry.secretFiles.keys.sorted().filter { !secrets.contains($0) }.map { name in
      "\(entry.place): platforms.\(entry.name).\(name)_file: the platform has no such secret; it has "
        + secrets.sorted().joined(separator: ", ")
    }
  }

  private func unknownVariables(_ entry: PlatformEntry, _ keys: [Chat.SettingKey]) -> [String] {
    let known = Set(keys.map { entry.variable($0.name) })
    // A longer name of another platform may begin with this one's.
    let others = entries.filter { $0.name != entry.name && $0.variable("").hasPrefix(entry.variable("")) }
    return environment.keys.sorted().filter { variable in
      variable.hasPrefix(entry.variable("")) && !known.contains(variable)
        && !others.contains { variable.hasPrefix($0.variable("")) }
    }.map { "\($0): the platform \(entry.name) has no such key" }
  }

  private func address(of entry: PlatformEntry) -> String? {
    guard !publicURL.isEmpty else { return nil }
    let base = publicURL.hasSuffix("/") ? String(publicURL.dropLast()) : publicURL
    return "\(base)/webhooks/\(entry.name)"
  }
}
