/// All platforms there are.
///
/// A further one is a folder under `Platforms/`, a line here, and a page `Config/platforms/{kind}.md`; its tests are its facts for
/// the conformance suite and whatever is its own.
package enum PlatformRegistry {
  /// One line a platform.
  package static let all: [any ChatPlatform.Type] = [
    GenericPlatform.self,
    SlackPlatform.self,
    TelegramPlatform.self,
    DiscordPlatform.self,
    MatrixPlatform.self,
    MattermostPlatform.self,
    ZulipPlatform.self,
    RocketChatPlatform.self,
    LinePlatform.self,
    TwilioPlatform.self,
    WhatsAppPlatform.self,
    MessengerPlatform.self,
    TeamsPlatform.self,
    BotFrameworkPlatform.self,
    GoogleChatPlatform.self,
  ]

  /// The platform of a kind.
  package static func platform(_ kind: String) -> (any ChatPlatform.Type)? { all.first { $0.kind == kind } }

  /// The platform that these settings describe.
  ///
  /// - Throws: ``SettingsProblem`` for an unknown kind, an unknown key, a missing or unusable one, or a secret that stands
  ///   among the plain values.
  package static func make(
    _ settings: PlatformSettings, environment: PlatformEnvironment
  ) throws(SettingsProblem) -> any ChatPlatform {
    guard let type = platform(settings.kind) else {
      throw settings.problem("kind", "is no platform; known are: " + all.map { $0.kind }.joined(separator: ", "))
    }
    try check(settings, against: type.keys)
    return try type.init(settings: settings, environment: environment)
  }

  private static func check(_ settings: PlatformSettings, against keys: [SettingKey]) throws(SettingsProblem) {
    let known = keys.map(\.name).joined(separator: ", ")
    for name in settings.options.keys.sorted() {
      guard let key = keys.first(where: { $0.name == name }) else {
        throw settings.problem(name, "is not a key of this platform; known are: \(known)")
      }
      if key.isSecret { throw settings.problem(name, "is a secret; give it by the environment or the secrets file") }
    }
    for name in settings.secrets.keys.sorted() where !keys.contains(where: { $0.name == name && $0.isSecret }) {
      throw settings.problem(name, "is not a secret of this platform; known are: \(known)")
    }
    for key in keys where key.isRequired {
      _ = key.isSecret ? try settings.secret(key.name).value : try settings.required(key.name)
    }
  }
}
