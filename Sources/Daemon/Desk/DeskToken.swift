package import Chat

/// The token that opens the editor's desk: from the environment or a file that only its owner may read.
package enum DeskToken {
  /// The variable that holds it.
  static let variable = "MARROW_WEB_DESK_TOKEN"
  /// Fewest bytes of a token.
  static let least = 16

  /// The token; nil where none is configured, and then there is no desk.
  /// - Throws: ``SettingsRefused`` where it cannot be read or is too short.
  package static func load(_ settings: Settings, environment: [String: String]) throws(SettingsRefused) -> Secret? {
    let token: String
    if let given = environment[variable], !given.isEmpty {
      token = given
    } else if !settings.web.deskTokenFile.isEmpty {
      do throws(SettingFault) { token = try SecretFile.read(settings.web.deskTokenFile) } catch {
        throw SettingsRefused(["web.desk_token_file: \(error.expected)"])
      }
    } else {
      return nil
    }
    guard token.utf8.count >= least else {
      throw SettingsRefused([
        "web.desk_token_file: the token is too short; take \(least) bytes at least, for instance of openssl rand -hex 16"
      ])
    }
    return Secret(token)
  }
}
