/// A text of Teams as its author saw it: without mentions and tags, its entities decoded once. Linear in its length.
enum TeamsText {
  static func plain(_ text: String) -> String {
    var result = ""
    var isMention = false
    var rest = text.unicodeScalars[...]
    while let open = rest.firstIndex(of: "<") {
      if !isMention { result += decoded(rest[..<open]) }
      let inside = rest[rest.index(after: open)...]
      // A sign that no tag follows is itself.
      guard let end = inside.firstIndex(where: { $0 == "<" || $0 == ">" }), inside[end] == ">",
        let tag = name(of: inside[..<end])
      else {
        if !isMention { result += "<" }
        rest = inside
        continue
      }
      if tag == "at" || tag == "/at" { isMention = tag == "at" }
      if ["br", "br/", "/p", "/div", "/li"].contains(tag) { result += "\n" }
      rest = inside[inside.index(after: end)...]
    }
    return isMention ? result : result + decoded(rest)
  }

  /// The tag's name in lower case, with its slash; nil where it is none.
  private static func name(of tag: Substring.UnicodeScalarView) -> String? {
    let name = String(tag.prefix { !$0.properties.isWhitespace }).lowercased()
    let letters = name.drop { $0 == "/" }
    return letters.first?.isLetter == true && letters.allSatisfy { $0.isLetter || $0.isNumber || $0 == "/" }
      ? name : nil
  }

  private static let entities = [
    ("&nbsp;", " "), ("\u{A0}", " "), ("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"),
    // The ampersand comes last, so that `&amp;lt;` is what somebody typed as `&lt;`.
    ("&amp;", "&"),
  ]

  private static func decoded(_ scalars: Substring.UnicodeScalarView) -> String {
    entities.reduce(String(scalars)) { $0.replacingLiteral($1.0, with: $1.1) }
  }
}
