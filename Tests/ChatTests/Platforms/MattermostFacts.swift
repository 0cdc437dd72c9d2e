import Chat
import Foundation

extension PlatformFacts {
  /// Markdown with a backslash as its escape: https://github.com/mattermost/marked, rule `escape`.
  static let mattermost = PlatformFacts(
    type: MattermostPlatform.self, signedHeaders: [], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 201, body: Data(#"{"id":"p7","message":"x"}"#.utf8)),
    shown: { [Shown(text: try MarkdownText.of($0), limit: 4000, unit: .codePoints)] }, buttons: nil,
    read: { $0.replacing(/\\([`*{}\[\]()#+\-.!_>|~])/.matchingSemantics(.unicodeScalar)) { $0.output.1 } },
    isActive: { text in
      let rest = text.replacing(/\\([`*{}\[\]()#+\-.!_>|~])/.matchingSemantics(.unicodeScalar), with: "")
      if MarkdownText.hasBlockOrName(rest) { return true }
      return MarkdownText.withoutAddresses(rest).contains(
        /[*_`~\[\]]|<[^\u{200B}]|&[A-Za-z#]/.matchingSemantics(.unicodeScalar))
    }, bodyToken: "webhook_token")
}
