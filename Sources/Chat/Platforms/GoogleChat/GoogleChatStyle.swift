internal import Foundation

/// Google Chat's text: https://developers.google.com/workspace/chat/format-messages
///
/// It has no escape, so marks stand between zero-width spaces: taken for a space, the one behind keeps a mark from opening, and
/// taken for a letter, the one before does. Addresses of pages stay as they are: Google Chat reads no marks in them.
struct GoogleChatStyle: TextStyle {
  private static let marks: Set<Unicode.Scalar> = ["*", "_", "~", "`", "<"]
  /// Marks at the beginning of a line only, where they make a list or a quotation.
  private static let openers: Set<Unicode.Scalar> = ["-", ">"]

  func written(_ line: TextLine) -> String {
    PlainStyle.bullet(line) + Self.broken(line.text)
  }

  /// Words that Google Chat shows as they are.
  static func broken(_ text: String) -> String {
    text.withoutControls.breakingMentions.rewritten(betweenAddresses: marked)
  }

  private static func marked(_ text: Substring, startsLine: Bool) -> String {
    var startsLine = startsLine
    var result = ""
    for scalar in text.unicodeScalars {
      let isMark = marks.contains(scalar)
      if isMark || (startsLine && openers.contains(scalar)) { result += "\u{200B}" }
      result.unicodeScalars.append(scalar)
      if isMark { result += "\u{200B}" }
      startsLine = scalar == "\n" || (startsLine && scalar.properties.isWhitespace)
    }
    return result
  }
}
