/// The Markdown of Teams: a backslash before every mark, entities for the signs of HTML, which Teams reads there too.
struct TeamsStyle: TextStyle {
  private static let marks: Set<Unicode.Scalar> = ["\\", "*", "_", "~", "`", "[", "]", "|"]
  /// Marks at the beginning of a line only.
  private static let openers: Set<Unicode.Scalar> = ["#", "-", "+", "="]

  func written(_ line: TextLine) -> String { PlainStyle.mark(line) + Self.escaped(line.text) }

  /// Words that Teams shows as they are.
  static func escaped(_ text: String) -> String {
    var startsLine = true
    var startsNumber = true
    return text.withoutControls.breakingMentions.replacingScalars { scalar in
      let opens = startsLine && openers.contains(scalar)
      let numbers = startsNumber && !startsLine && (scalar == "." || scalar == ")")
      startsLine = scalar == "\n" || (startsLine && scalar.properties.isWhitespace)
      startsNumber = startsLine || (startsNumber && ("0"..."9").contains(scalar))
      switch scalar {
      case "&": return "&amp;"
      case "<": return "&lt;"
      case ">": return "&gt;"
      // Two spaces keep a line's end where it is.
      case "\n": return "  \n"
      default: return opens || numbers || marks.contains(scalar) ? "\\\(scalar)" : nil
      }
    }
  }
}
