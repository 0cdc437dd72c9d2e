import Chat
import Foundation

extension PlatformFacts {
  /// HTML with one tag of our own, and one row a button.
  static let telegram = PlatformFacts(
    type: TelegramPlatform.self, signedHeaders: ["x-telegram-bot-api-secret-token"], signsBody: false,
    limitsAge: false,
    delivered: OutgoingResponse(
      status: 200, body: Data(#"{"ok":true,"result":{"message_id":7,"chat":{"id":1},"date":1}}"#.utf8)),
    shown: { message in
      let content = try TelegramPayload(message)
      return [Shown(text: content.text, limit: 4096, unit: TextUnit { TelegramPayload.read($0).utf16.count })]
    }, buttons: { try TelegramPayload($0).labels.map(\.data) }, read: TelegramPayload.read,
    isActive: TelegramPayload.isActive)
}
