import Chat
import Synchronization

/// Platforms with keys that are the same in every run.
enum SampleSettings {
  /// Bytes that look random and are the same each time.
  static let random = RandomBytes { count in (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 167 &+ 43) } }

  private static let made = Mutex<[String: PlatformSettings]>([:])

  /// Settings of a kind, as for trying it out; made once, since RSA keys take their time and are never the same again.
  static func settings(_ type: any ChatPlatform.Type) -> PlatformSettings {
    made.withLock { made in
      if let settings = made[type.kind] { return settings }
      let settings = type.trial(name: "clinic", sink: "http://127.0.0.1:9", using: random)
      made[type.kind] = settings
      return settings
    }
  }

  /// A platform of a kind.
  static func platform(_ type: any ChatPlatform.Type) throws -> any ChatPlatform {
    try PlatformRegistry.make(settings(type), environment: PlatformEnvironment(random: random))
  }
}
