internal import Foundation

/// The bot's own user id, such as "@marrow:example.org", and how texts call it.
struct MatrixName: Sendable {
  /// The user id.
  let id: String
  /// The part between `@` and the first colon.
  let localPart: String

  /// The name of this user id; nil where it is none.
  init?(_ id: String) {
    let parts = id.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
    guard id.hasPrefix("@"), parts.count == 2, parts[0].count > 1, !parts[1].isEmpty, id.utf8.count <= 255,
      id.unicodeScalars.allSatisfy({ $0.isASCII && !$0.properties.isWhitespace && $0.value > 32 })
    else { return nil }
    self.id = id
    localPart = String(parts[0].dropFirst())
  }

  /// True where an event mentions the bot: on purpose, by its id, or by its name and a colon at the beginning.
  func isMentioned(in content: MatrixEvent.Content) -> Bool {
    if content.mentions?.users?.contains(id) == true { return true }
    let body = content.body ?? ""
    return body.contains(id) || Self.rest(of: body[...], behind: localPart, needsMark: true) != nil
  }

  /// The words of a message: without the quotation that older programs put before a reply, and without the bot's name at the
  /// beginning.
  func words(of content: MatrixEvent.Content) -> String? {
    guard let body = content.body else { return nil }
    var text = content.relation?.reply == nil ? body[...] : Self.withoutQuotation(body[...])
    while text.first?.isWhitespace == true { text.removeFirst() }
    let label = pillLabel(in: content.html)
    let rest =
      label.flatMap { Self.rest(of: text, behind: $0, needsMark: false) }
      ?? Self.rest(of: text, behind: id, needsMark: false)
      ?? Self.rest(of: text, behind: localPart, needsMark: true)
    return String(rest ?? text)
  }

  /// What a text reads behind a name at its beginning. Where a mark is needed the name alone is a word like others: a question
  /// may well begin with "marrow".
  private static func rest(of text: Substring, behind name: String, needsMark: Bool) -> Substring? {
    guard !name.isEmpty, text.count >= name.count, text.prefix(name.count).lowercased() == name.lowercased() else {
      return nil
    }
    let rest = text.dropFirst(name.count)
    if let mark = rest.first, mark == ":" || mark == "," { return rest.dropFirst() }
    let ends = rest.first?.isWhitespace ?? true
    return ends && !needsMark ? rest : nil
  }

  private static func withoutQuotation(_ body: Substring) -> Substring {
    var rest = body
    while rest.hasPrefix(">") { rest = rest.drop { $0 != "\n" }.dropFirst() }
    return rest
  }

  /// How the bot's link reads in formatted text: `<a href="https://matrix.to/#/@marrow:example.org">Marrow</a>`.
  private func pillLabel(in html: String?) -> String? {
    guard let html, let link = html.range(of: "https://matrix.to/#/\(id)\""),
      let open = html[link.upperBound...].firstIndex(of: ">")
    else { return nil }
    let label = html[html.index(after: open)...].prefix { $0 != "<" }
    return label.isEmpty ? nil : String(label)
  }
}
