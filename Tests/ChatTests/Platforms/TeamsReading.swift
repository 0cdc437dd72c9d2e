import Chat
import Foundation

/// Text as Teams reads it: Markdown, and HTML in it.
enum TeamsReading {
  /// What a reader sees: backslashes before punctuation go away, entities become signs.
  static func read(_ text: String) -> String {
    let signs = scan(text).map { String($0.scalar) }.joined()
    return signs.replacingLiteral("&lt;", with: "<").replacingLiteral("&gt;", with: ">")
      .replacingLiteral("&amp;", with: "&")
  }

  /// True where a mark stands that no backslash takes away, a tag, an entity that is none of the three, or at a line's beginning
  /// what makes a heading, a quotation or a list within a line of the answer. The answer's own lists are lists.
  static func isActive(_ text: String) -> Bool {
    let marks: Set<Unicode.Scalar> = ["*", "_", "~", "|", "`", "[", "]", "<", ">"]
    let rest = scan(text).map { $0.isEscaped ? "x" : String($0.scalar) }.joined()
    if rest.unicodeScalars.contains(where: marks.contains) { return true }
    let signs = ["&lt;", "&gt;", "&amp;"].reduce(rest) { $0.replacingLiteral($1, with: "x") }
    if signs.contains("&") || signs.contains(#/(^|\n)\s*(#|=|\+ )/#) { return true }
    return signs.contains(/(^|[^A-Za-z0-9])@(channel|here|everyone|all)/)
  }

  private static func scan(_ text: String) -> [(scalar: Unicode.Scalar, isEscaped: Bool)] {
    var found: [(scalar: Unicode.Scalar, isEscaped: Bool)] = []
    var isEscaped = false
    for scalar in text.unicodeScalars {
      if scalar == "\\", !isEscaped {
        isEscaped = true
      } else {
        found.append((scalar, isEscaped))
        isEscaped = false
      }
    }
    return found
  }
}
