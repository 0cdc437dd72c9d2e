import Chat
import Foundation

extension PlatformFacts {
  /// Text whose marks are broken, and buttons on a card. The token signs nothing of the body, and is good for an hour.
  static let googleChat = PlatformFacts(
    type: GoogleChatPlatform.self, signedHeaders: ["authorization"], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"name":"spaces/A/messages/B.B","text":"x"}"#.utf8)),
    shown: { [Shown(text: try GoogleChatPayload($0).text, limit: 4000, unit: .utf16)] },
    buttons: { try GoogleChatPayload($0).buttons.map(\.question) }, read: { $0.replacingLiteral("\u{200B}", with: "") },
    isActive: GoogleChatPayload.isActive)
}
