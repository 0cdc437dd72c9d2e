import Chat
import Foundation

extension PlatformFacts {
  /// Plain text, and buttons on a card. The token signs nothing of the body, and is good for an hour.
  static let botFramework = PlatformFacts(
    type: BotFrameworkPlatform.self, signedHeaders: ["authorization"], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"id":"1574200000000"}"#.utf8)),
    shown: { [Shown(text: try BotFrameworkPayload($0).text, limit: 12_000, unit: .jsonBytes)] },
    buttons: { try BotFrameworkPayload($0).buttons.map(\.value) }, read: { $0 }, isActive: BotFrameworkPayload.isActive)
}
