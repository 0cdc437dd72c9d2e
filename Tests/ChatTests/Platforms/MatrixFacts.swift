import Chat
import Foundation

extension PlatformFacts {
  /// HTML of four tags, and numbered offers.
  static let matrix = PlatformFacts(
    type: MatrixPlatform.self, signedHeaders: ["authorization"], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"event_id":"$sent"}"#.utf8)),
    shown: { [Shown(text: try MatrixPayload($0).html, limit: 24_000, unit: .jsonBytes)] }, buttons: nil,
    read: MatrixPayload.read, isActive: MatrixPayload.isActive)
}
