/// Markdown of the kind that a platform reads, with something harmless in place of every mark.
///
/// A mark that counts at the beginning of a line only (a heading, a quotation, a list) gets a zero-width space before it, `@`
/// before a word and `:` before a name of a picture get one behind. Addresses of pages stay as they are, so that they can be
/// followed: no platform reads marks in them, and an escape would become part of them.
package struct MarkdownStyle: TextStyle {
  private let marks: [Unicode.Scalar: String]

  /// A style that writes what `marks` says in place of each of its keys.
  package init(_ marks: [Unicode.Scalar: String]) { self.marks = marks }

  /// The line with its bullet or number, its words escaped.
  package func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + escaped(line.text)
  }

  /// Words that the platform shows as they are. Linear in their length.
  package func escaped(_ text: String) -> String {
    text.withoutControls.breakingMentions.rewritten(betweenAddresses: marked)
  }

  private func marked(_ text: Substring, startsLine: Bool) -> String {
    var startsLine = startsLine
    var result = ""
    let scalars = Array(text.unicodeScalars)
    for (index, scalar) in scalars.enumerated() {
      if startsLine, Self.opens(scalar) { result += "\u{200B}" }
      startsLine = scalar == "\n"
      if let other = marks[scalar] { result += other } else { result.unicodeScalars.append(scalar) }
      let next = index + 1 < scalars.count ? scalars[index + 1] : " "
      if scalar == ":", !next.properties.isWhitespace { result += "\u{200B}" }
    }
    return result
  }

  /// Whether a line that begins so may be a heading, a quotation, a list, a table, a rule or code.
  private static func opens(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "#", ">", "-", "+", "*", "=", "|", "0"..."9": true
    default: scalar != "\n" && scalar.properties.isWhitespace
    }
  }
}
