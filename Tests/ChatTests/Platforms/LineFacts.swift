import Chat
import Foundation

extension PlatformFacts {
  /// Plain text, up to five in one request; the offers stand there as numbered lines whatever quick replies there are.
  static let line = PlatformFacts(
    type: LinePlatform.self, signedHeaders: ["x-line-signature"], signsBody: true, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"sentMessages":[{"id":"461","quoteToken":"q"}]}"#.utf8)),
    shown: { try LinePayload($0).messages.map { Shown(text: $0.text, limit: 5000, unit: .utf16) } }, buttons: nil,
    read: { $0 }, isActive: { _ in false })
}
