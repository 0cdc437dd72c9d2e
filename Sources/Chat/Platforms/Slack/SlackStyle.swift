/// Slack's mrkdwn. `&`, `<` and `>` have escapes; the marks of emphasis have none, so they stand between zero-width spaces,
/// next to which they open and close nothing.
struct SlackStyle: TextStyle {
  func written(_ line: TextLine) -> String {
    let mark = PlainStyle.mark(line)
    return (mark == "- " ? "• " : mark) + Self.escaped(line.text)
  }

  /// Words that Slack shows as they are.
  static func escaped(_ text: String) -> String {
    let quotes = text.unicodeScalars.first == ">"
    return (quotes ? "\u{200B}" : "")
      + text.withoutControls.breakingMentions.replacingScalars { scalar in
        switch scalar {
        case "&": "&amp;"
        case "<": "&lt;"
        case ">": "&gt;"
        case "*", "_", "~", "`": "\u{200B}\(scalar)\u{200B}"
        default: nil
        }
      }
  }
}
