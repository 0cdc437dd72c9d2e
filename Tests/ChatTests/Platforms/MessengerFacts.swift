import Chat
import Foundation

extension PlatformFacts {
  /// Text. Quick replies are a short way to the numbered offers, which stand in the text.
  static let messenger = PlatformFacts(
    type: MessengerPlatform.self, signedHeaders: ["x-hub-signature-256"], signsBody: true, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"recipient_id":"254","message_id":"m_1"}"#.utf8)),
    shown: { [Shown(text: try MessengerPayload($0).message.text, limit: 2000, unit: .codePoints)] }, buttons: nil,
    read: { $0 }, isActive: MarkReading.isActive)
}
