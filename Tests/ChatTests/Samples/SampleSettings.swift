import Chat

/// Platforms with keys that are the same in every run.
enum SampleSettings {
  /// Bytes that look random and are the same each time.
  static let random = RandomBytes { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 43) } }

  /// Settings of a kind, as for trying it out.
  static func settings(_ type: any ChatPlatform.Type) -> PlatformSettings {
    type.trial(name: "clinic", sink: "http://127.0.0.1:9", using: random)
  }

  /// A platform of a kind.
  static func platform(_ type: any ChatPlatform.Type) throws -> any ChatPlatform {
    try PlatformRegistry.make(settings(type), environment: PlatformEnvironment(random: random))
  }
}
