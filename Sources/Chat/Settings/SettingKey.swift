/// A key that a platform's configuration may have.
package struct SettingKey: Sendable, Equatable {
  /// Its name, such as "signing_secret".
  package let name: String
  /// True where its value is a secret, which comes from the environment or a private file only.
  package let isSecret: Bool
  /// True where the platform cannot start without it.
  package let isRequired: Bool
  /// The value it has when it is left out, for the reader of the documentation.
  package let standard: String?
  /// What it is, with its unit and where to find it.
  package let meaning: String

  /// A secret.
  package static func secret(_ name: String, required: Bool = true, _ meaning: String) -> SettingKey {
    SettingKey(name: name, isSecret: true, isRequired: required, standard: nil, meaning: meaning)
  }

  /// A plain value that must be given.
  package static func required(_ name: String, _ meaning: String) -> SettingKey {
    SettingKey(name: name, isSecret: false, isRequired: true, standard: nil, meaning: meaning)
  }

  /// A plain value that may be left out.
  package static func optional(_ name: String, standard: String?, _ meaning: String) -> SettingKey {
    SettingKey(name: name, isSecret: false, isRequired: false, standard: standard, meaning: meaning)
  }
}
