/// A platform as the configuration states it.
package struct PlatformEntry: Sendable, Equatable {
  /// Its name: the last part of `/webhooks/{name}`.
  package var name: String
  /// What it is, for instance `slack`.
  package var kind: String
  /// Hosts in private networks that replies of this platform may reach.
  package var privateHosts: [String] = []
  /// Its other keys.
  package var options: [String: String] = [:]
  /// Files of its secrets, by the secret's key: what stands in `KEY_file`.
  package var secretFiles: [String: String] = [:]
  /// Where it stands, for messages.
  package var place = SettingPlace.defaults

  package static func == (left: PlatformEntry, right: PlatformEntry) -> Bool {
    (left.name, left.kind, left.privateHosts, left.options, left.secretFiles)
      == (right.name, right.kind, right.privateHosts, right.options, right.secretFiles)
  }

  /// An entry with a name and a kind.
  package init(name: String, kind: String) {
    self.name = name
    self.kind = kind
  }

  /// The environment variable of one of its keys: `MARROW_PLATFORMS_CLINIC_SLACK_SIGNING_SECRET`.
  package func variable(_ key: String) -> String { SettingKey.variable(for: "platforms.\(name).\(key)") }
}
