import Chat
import Foundation

extension PlatformFacts {
  /// Markdown, and buttons in rows of five.
  static let discord = PlatformFacts(
    type: DiscordPlatform.self, signedHeaders: ["x-signature-timestamp", "x-signature-ed25519"], signsBody: true,
    limitsAge: true, delivered: OutgoingResponse(status: 200, body: Data(#"{"id":"9","type":0,"content":"x"}"#.utf8)),
    shown: { [Shown(text: try DiscordPayload($0).content, limit: 2000, unit: .utf16)] },
    buttons: { try DiscordPayload($0).buttons.map(\.custom_id) }, read: DiscordPayload.read,
    isActive: DiscordPayload.isActive)
}
