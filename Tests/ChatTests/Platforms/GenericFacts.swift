import Chat
import Foundation

extension PlatformFacts {
  /// Plain text in JSON: nothing is mark-up, nothing pings.
  static let generic = PlatformFacts(
    type: GenericPlatform.self, signedHeaders: ["webhook-id", "webhook-timestamp", "webhook-signature"],
    signsBody: true, limitsAge: true, delivered: OutgoingResponse(status: 204),
    shown: { message in
      struct Payload: Decodable { let text: String }
      let text = try JSONDecoder().decode(Payload.self, from: message.payload).text
      return [Shown(text: text, limit: 14_000, unit: .jsonBytes)]
    }, buttons: nil, read: { $0 }, isActive: { _ in false })
}
