import Chat
import Foundation

extension PlatformFacts {
  /// Short messages: plain text. Of a form the fields are signed, however they are spelled.
  static let twilio = PlatformFacts(
    type: TwilioPlatform.self, signedHeaders: ["x-twilio-signature"], signsBody: true, limitsAge: false,
    delivered: OutgoingResponse(status: 201, body: Data(#"{"sid":"SM1","status":"queued"}"#.utf8)),
    shown: { [Shown(text: try $0.content(as: TextMessage.self).text, limit: 24, unit: SMSReading.segments)] },
    buttons: nil, read: { $0 }, isActive: { _ in false },
    signed: { body in
      let fields = FormBody(body).pairs.map { $0.name + "\n" + $0.value }.sorted()
      return Data(fields.joined(separator: "\n\n").utf8)
    })
}
