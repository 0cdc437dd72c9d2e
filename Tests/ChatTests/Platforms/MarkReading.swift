import Foundation

/// Text as WhatsApp reads it.
enum MarkReading {
  /// True where a mark stands before a visible character, or something at a line's beginning makes a quotation or a list, or a
  /// word is a mention. Offers are numbered with intent, and bullets are no mark.
  static func isActive(_ text: String) -> Bool {
    if text.contains(/[*_~`][^\u{200B}\s]/) { return true }
    let words = text.components(separatedBy: "You can also ask about:")[0]
    if words.contains(#/(^|\n)\s*([>*-]|[0-9]+[.)]) /#) { return true }
    return text.contains(/(^|[^A-Za-z0-9])@(channel|here|everyone|all)/)
  }
}
