/// How a platform writes a line: its escapes, bullets and emphasis.
package protocol TextStyle: Sendable {
  /// The line as the platform gets it. Its words stand there escaped, so that no text can become mark-up or a mention.
  func written(_ line: TextLine) -> String
}

extension TextStyle {
  /// Lines one below the other, with an empty line before each that starts a block.
  package func written(_ lines: [TextLine]) -> String {
    var text = ""
    for (index, line) in lines.enumerated() {
      if index > 0 { text += line.startsBlock ? "\n\n" : "\n" }
      text += written(line)
    }
    return text
  }
}
