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

  /// As ``read(_:)``, without `word` at the beginning and a comma or colon behind it: for platforms that hear what begins so.
  package static func read(_ text: String?, behind word: String?) -> String? {
    guard let text, let word, text.hasPrefix(word) else { return read(text) }
    return read(String(text.dropFirst(word.count).drop { $0 == ":" || $0 == "," }))
  }
}
