/// Telegram's HTML: https://core.telegram.org/bots/api#html-style
///
/// Only `&`, `<` and `>` need an escape between tags. Telegram makes a mention of a plain `@name` by itself, so those are broken.
struct TelegramStyle: TextStyle {
  /// Whether sources are set in italics; a message takes a hundred such marks.
  var emphasizes = true

  func written(_ line: TextLine) -> String {
    let words = line.text.withoutControls.breakingMentions.escapingAngles
    return PlainStyle.bullet(line) + (line.role == .source && emphasizes ? "<i>\(words)</i>" : words)
  }

  /// What is left of a written text once it is read.
  static func plain(_ text: String) -> String {
    text.replacingLiteral("<i>", with: "").replacingLiteral("</i>", with: "")
      .replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">").replacingLiteral("&amp;", with: "&")
  }

  /// What Telegram counts: UTF-16 units behind the mark-up.
  static let unit = TextUnit { plain($0).utf16.count }
}
