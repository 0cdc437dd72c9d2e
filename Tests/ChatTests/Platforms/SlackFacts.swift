import Chat
import Foundation

extension PlatformFacts {
  /// mrkdwn in blocks.
  static let slack = PlatformFacts(
    type: SlackPlatform.self, signedHeaders: ["x-slack-request-timestamp", "x-slack-signature"], signsBody: true,
    limitsAge: true,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"ok":true,"ts":"1.2","channel":"C1"}"#.utf8)),
    shown: { message in
      let content = try SlackContent(message)
      guard let blocks = content.blocks else { return [Shown(text: content.text, limit: 40_000, unit: .utf16)] }
      return blocks.flatMap { block -> [Shown] in
        switch block.type {
        case "section": [Shown(text: block.text?.text ?? "", limit: 3000, unit: .utf16)]
        case "context":
          (block.elements ?? []).map { Shown(text: $0.text.string ?? "", limit: 3000, unit: .utf16) }
        default: []
        }
      }
    },
    buttons: { message in
      try (SlackContent(message).blocks ?? []).filter { $0.type == "actions" }
        .flatMap { ($0.elements ?? []).compactMap(\.value) }
    },
    read: {
      $0.replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">").replacingLiteral("&amp;", with: "&")
    },
    isActive: SlackContent.isActive)
}
