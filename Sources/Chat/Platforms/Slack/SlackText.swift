/// Slack's text as a person sees it: https://docs.slack.dev/messaging/formatting-message-text
enum SlackText {
  /// `<url|label>` becomes its label and `<url>` its URL, channels become their name, mentions go away; then `&lt;`, `&gt;` and
  /// `&amp;` are decoded, once. Linear in the length of the text.
  static func plain(_ text: String) -> String {
    var result = ""
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(of: "<") {
      let inside = rest.index(after: open)
      // Without a closing sign nothing that follows is a token either.
      guard let close = rest[inside...].firstIndex(of: ">") else { break }
      result += decoded(rest[..<open])
      result += label(rest[inside..<close])
      rest = rest[rest.index(after: close)...]
    }
    return result + decoded(rest)
  }

  private static func label(_ token: Substring.UnicodeScalarView) -> String {
    let bar = token.firstIndex(of: "|")
    let label = bar.map { decoded(token[token.index(after: $0)...]) }
    switch token.first {
    case "@": return " "
    case "!": return token.starts(with: "!date".unicodeScalars) ? label ?? " " : " "
    case "#": return label ?? " "
    default: return label ?? decoded(token[..<(bar ?? token.endIndex)])
    }
  }

  private static func decoded(_ scalars: Substring.UnicodeScalarView) -> String {
    // The ampersand comes last, so that `&amp;lt;` is what somebody typed as `&lt;`.
    String(scalars).replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">")
      .replacingLiteral("&amp;", with: "&")
  }
}
