/// The marks of WhatsApp and its kind: `*bold*`, `_italic_`, `~strike~`, code between backticks, and `> `, `- ` or `1. ` at the
/// beginning of a line. None of them has an escape, so they stand between zero-width spaces, next to which they mark nothing.
///
/// https://faq.whatsapp.com/539178204879377
package struct MarkBreakingStyle: TextStyle {
  /// The style.
  package init() {}

  /// The line with a bullet or its number, its words broken where they would be marks.
  package func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + Self.broken(line.text)
  }

  private static let marks: Set<Unicode.Scalar> = ["*", "_", "~", "`"]
  private static let openers: Set<Unicode.Scalar> = [">", "-", "*"]

  /// Words that are shown as they are.
  package static func broken(_ text: String) -> String {
    var startsLine = true
    var startsNumber = true
    return text.withoutControls.breakingMentions.replacingScalars { scalar in
      let opens = startsLine && openers.contains(scalar)
      let numbers = startsNumber && !startsLine && (scalar == "." || scalar == ")")
      startsLine = scalar == "\n" || (startsLine && scalar.properties.isWhitespace)
      startsNumber = startsLine || (startsNumber && ("0"..."9").contains(scalar))
      if marks.contains(scalar) { return "\u{200B}\(scalar)\u{200B}" }
      return opens || numbers ? "\u{200B}\(scalar)" : nil
    }
  }
}
