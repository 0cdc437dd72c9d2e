/// Slack's mrkdwn. `&`, `<` and `>` have escapes; the marks of emphasis have none, so they stand between zero-width spaces,
/// next to which they open and close nothing.
struct SlackStyle: TextStyle {
  func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + Self.escaped(line.text)
  }

  private static let marks: [Bool] = (0...255).map { "&<>*_~`".utf8.contains($0) }

  /// Words that Slack shows as they are.
  static func escaped(_ text: String) -> String {
    var startsLine = true
    return text.withoutControls.breakingMentions.replacingScalars(beginningWith: { marks[Int($0)] }) { scalar in
      // At the start of a line it would make a quotation, escaped or not.
      let quotes = startsLine
      startsLine = scalar == "\n"
      switch scalar {
      case "&": return "&amp;"
      case "<": return "&lt;"
      case ">": return quotes ? "\u{200B}&gt;" : "&gt;"
      case "*", "_", "~", "`": return "\u{200B}\(scalar)\u{200B}"
      default: return nil
      }
    }
  }
}
