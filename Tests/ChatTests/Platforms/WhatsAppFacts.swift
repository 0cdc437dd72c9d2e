import Chat
import Foundation

extension PlatformFacts {
  /// Text, and a list or buttons below the last message.
  static let whatsApp = PlatformFacts(
    type: WhatsAppPlatform.self, signedHeaders: ["x-hub-signature-256"], signsBody: true, limitsAge: false,
    delivered: OutgoingResponse(
      status: 200, body: Data(#"{"messaging_product":"whatsapp","messages":[{"id":"wamid.X"}]}"#.utf8)),
    shown: { message in
      let payload = try WhatsAppPayload(message)
      let limit = payload.interactive == nil ? 4096 : 1024
      return [Shown(text: payload.words, limit: limit, unit: .codePoints)]
    }, buttons: { try WhatsAppPayload($0).choices.map(\.id) }, read: { $0 }, isActive: MarkReading.isActive)
}
