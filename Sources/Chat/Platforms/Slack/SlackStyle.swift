/// Slack's mrkdwn. `&`, `<` and `>` have escapes; the marks of emphasis have none, so they stand between zero-width spaces,
/// next to which they open and close nothing.
struct SlackStyle: TextStyle {
  func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + Self.escaped(line.text)
  }

  private static let marks = ByteSet { "&<>*_~`".utf8.contains($0) }
  /// Marks, and what begins a control character or a mention.
  private static let special = ByteSet { marks.contains($0) || [0x40, 0x7F, 0xC2, 0xEF].contains($0) || isControl($0) }

  private static func isControl(_ byte: UInt8) -> Bool { byte < 32 && byte != 9 && byte != 10 }

  /// Words that Slack shows as they are.
  static func escaped(_ text: String) -> String {
    guard special.isIn(text) else { return text }
    var startsLine = true
    return text.withoutControls.breakingMentions.replacingScalars(beginningWith: { marks.contains($0) }) { scalar in
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
