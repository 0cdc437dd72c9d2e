/// A configuration that cannot be used: the start is refused, and the key is named.
package struct SettingsProblem: Error, Sendable, Equatable, CustomStringConvertible {
  /// The configured name of the platform.
  package let platform: String
  /// Its kind.
  package let kind: String
  /// The key; nil where the platform as a whole is at fault.
  package let key: String?
  /// What is wrong with it and what to do, without its value.
  package let what: String

  /// A problem.
  package init(platform: String, kind: String, key: String?, what: String) {
    self.platform = platform
    self.kind = kind
    self.key = key
    self.what = what
  }

  /// "platforms.clinic.signing_secret (slack) is missing".
  package var description: String {
    "platforms.\(platform)\(key.map { ".\($0)" } ?? "") (\(kind)) \(what)"
  }
}
