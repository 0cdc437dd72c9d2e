import Chat
import Foundation

extension PlatformFacts {
  /// Markdown without a backslash escape but with entities: the list of inline patterns in the server's zerver/lib/markdown.
  static let zulip = PlatformFacts(
    type: ZulipPlatform.self, signedHeaders: [], signsBody: false, limitsAge: false,
    delivered: OutgoingResponse(status: 200, body: Data(#"{"result":"success","msg":"","id":42}"#.utf8)),
    shown: { [Shown(text: try MarkdownText.of($0), limit: 10_000, unit: .codePoints)] }, buttons: nil,
    read: { text in
      text.replacing(/&#(\d+);/.matchingSemantics(.unicodeScalar)) { match in
        UInt32(match.output.1).flatMap(UnicodeScalar.init).map { String($0) } ?? ""
      }
      .replacingLiteral("&lt;", with: "<").replacingLiteral("&amp;", with: "&")
    },
    isActive: { text in
      let rest = text.replacing(/&(amp|lt|#\d+);/.matchingSemantics(.unicodeScalar), with: "x")
      return MarkdownText.hasBlockOrName(rest)
        || MarkdownText.withoutAddresses(rest).contains(/[*`\[&<]|~~|\$\$|\|/.matchingSemantics(.unicodeScalar))
    }, bodyToken: "token")
}
