import Chat
import Foundation

extension PlatformFacts {
  /// The grammar of packages/message-parser in the server's source: a pair of marks counts whatever stands within.
  static let rocketChat = PlatformFacts(
    type: RocketChatPlatform.self, signedHeaders: [], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"success":true,"message":{"_id":"m7"}}"#.utf8)),
    shown: { [Shown(text: try MarkdownText.of($0), limit: 5000, unit: .utf16)] }, buttons: nil,
    read: { text in
      let alike = [
        "\u{2217}": "*", "\u{FF3F}": "_", "\u{223C}": "~", "\u{02CB}": "`", "\u{2223}": "|", "\u{FF04}": "$",
      ]
      return alike.reduce(text) { $0.replacingLiteral($1.key, with: $1.value) }
    },
    isActive: { text in
      MarkdownText.hasBlockOrName(text)
        || MarkdownText.withoutAddresses(text).contains(
          /[*_~`|$]|\]\(|#[A-Za-z0-9_.\-]|<[^\u{200B}]|\\[(\[]/.matchingSemantics(.unicodeScalar))
    }, bodyToken: "token")
}
