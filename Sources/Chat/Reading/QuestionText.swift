/// What can be asked.
package enum QuestionText {
  /// The text without white space at its ends; nil where it has no letter and no digit, as an emoji or a lone mark has none.
  package static func read(_ text: String?) -> String? {
    guard let text, text.contains(where: { $0.isLetter || $0.isNumber }) else { return nil }
    var trimmed = text[...]
    while trimmed.first?.isWhitespace == true { trimmed.removeFirst() }
    while trimmed.last?.isWhitespace == true { trimmed.removeLast() }
    return String(trimmed)
  }
}
