/// Discord's Markdown: a backslash before every mark. Addresses of pages keep their `_`, `-` and `#`, since a backslash would
/// become part of them, and Discord reads no marks there.
struct DiscordStyle: TextStyle {
  private static let marks: Set<Unicode.Scalar> = ["\\", "*", "_", "~", "|", ">", "#", "`", "[", "]", "<"]
  /// Marks at the beginning of a line only, where they make a list.
  private static let openers: Set<Unicode.Scalar> = ["-", "+"]

  func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + Self.escaped(line.text)
  }

  /// Words that Discord shows as they are. Mentions are broken for the eye; what keeps them from reaching anybody is
  /// ``DiscordPost/mentions``.
  static func escaped(_ text: String) -> String {
    text.withoutControls.breakingMentions.rewritten(betweenAddresses: marked)
  }

  private static func marked(_ text: Substring, startsLine: Bool) -> String {
    var startsLine = startsLine
    let scalars = Array(text.unicodeScalars)
    var result = ""
    for (index, scalar) in scalars.enumerated() {
      if marks.contains(scalar) || (startsLine && openers.contains(scalar)) || isShortcode(scalars, index) {
        result += "\\"
      }
      result.unicodeScalars.append(scalar)
      startsLine = scalar == "\n" || (startsLine && scalar.properties.isWhitespace)
    }
    return result
  }

  /// A colon before a letter may begin the name of a picture.
  private static func isShortcode(_ scalars: [Unicode.Scalar], _ index: Int) -> Bool {
    scalars[index] == ":" && index + 1 < scalars.count && scalars[index + 1].properties.isAlphabetic
  }
}
