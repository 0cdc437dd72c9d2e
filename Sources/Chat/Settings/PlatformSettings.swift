internal import Foundation

/// The configuration of one platform, as the configuration file and the secrets gave it.
package struct PlatformSettings: Sendable {
  /// Its name: the last part of `/webhooks/{name}`.
  package let name: String
  /// Its platform's ``ChatPlatform/kind``.
  package let kind: String
  /// Plain values by key.
  package var options: [String: String]
  /// Secrets by key.
  package var secrets: [String: Secret]
  /// The URL under which the platform reaches this webhook, for signatures and tokens that bind it; nil where unknown.
  package var publicURL: String?

  /// Settings of these parts.
  package init(
    name: String, kind: String, options: [String: String] = [:], secrets: [String: Secret] = [:],
    publicURL: String? = nil
  ) {
    self.name = name
    self.kind = kind
    self.options = options
    self.secrets = secrets
    self.publicURL = publicURL
  }

  /// A problem with a key of these settings.
  package func problem(_ key: String, _ what: String) -> SettingsProblem {
    SettingsProblem(platform: name, kind: kind, key: key, what: what)
  }

  /// A secret that must be there and have at least `minimum` bytes.
  package func secret(_ key: String, minimum: Int = 1) throws(SettingsProblem) -> Secret {
    guard let secret = try optionalSecret(key, minimum: minimum) else {
      throw problem(key, "is missing; set it in the environment or in the secrets file")
    }
    return secret
  }

  /// A secret that may be left out, but must be of at least `minimum` bytes where it is given.
  package func optionalSecret(_ key: String, minimum: Int = 1) throws(SettingsProblem) -> Secret? {
    guard let secret = secrets[key] else { return nil }
    guard secret.value.utf8.count >= max(minimum, 1) else {
      throw problem(key, secret.value.isEmpty ? "is empty" : "is too short; it has at least \(minimum) characters")
    }
    return secret
  }

  /// A plain value that must be there.
  package func required(_ key: String) throws(SettingsProblem) -> String {
    guard let value = options[key], !value.isEmpty else { throw problem(key, "is missing") }
    return value
  }

  /// A URL: https, or http for a server that the operator runs. Its end carries no slash.
  package func url(_ key: String, standard: String? = nil) throws(SettingsProblem) -> String {
    let text = options[key] ?? standard ?? ""
    guard !text.isEmpty else { throw problem(key, "is missing") }
    let parts = URLComponents(string: text)
    guard let parts, ["https", "http"].contains(parts.scheme), parts.host?.isEmpty == false, parts.user == nil else {
      throw problem(key, "is no URL that begins with https:// (or http:// for a server of your own)")
    }
    return text.hasSuffix("/") ? String(text.dropLast()) : text
  }

  /// A whole number within `range`.
  package func number(_ key: String, standard: Int, in range: ClosedRange<Int>) throws(SettingsProblem) -> Int {
    guard let text = options[key] else { return standard }
    guard let number = Int(text), range.contains(number) else {
      throw problem(key, "must be a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return number
  }

  /// One of `choices`, the first where the key is left out.
  package func choice(_ key: String, of choices: [String]) throws(SettingsProblem) -> String {
    let value = options[key] ?? choices.first ?? ""
    guard choices.contains(value) else {
      throw problem(key, "must be one of: " + choices.joined(separator: ", "))
    }
    return value
  }
}
