/// Matrix's HTML: https://spec.matrix.org/latest/client-server-api/#mroommessage-msgtypes
struct MatrixStyle: TextStyle {
  /// A line with the tags around it; in a message neighbouring lines share some of them, so this is the most it can take.
  func written(_ line: TextLine) -> String {
    line.role == .item ? "<ul><li>\(Self.words(line))</li></ul>" : "<p>\(Self.words(line))</p>"
  }

  /// Lines as paragraphs and lists.
  func html(_ lines: [TextLine]) -> String {
    var html = ""
    var open: String?
    for line in lines {
      let tag = line.role == .item ? "ul" : "p"
      if tag != open || (tag == "p" && line.startsBlock) {
        html += (open.map { "</\($0)>" } ?? "") + "<\(tag)>"
        open = tag
      } else if tag == "p" {
        html += "<br>"
      }
      html += tag == "ul" ? "<li>\(Self.words(line))</li>" : Self.words(line)
    }
    return html + (open.map { "</\($0)>" } ?? "")
  }

  private static func words(_ line: TextLine) -> String {
    let mark = PlainStyle.mark(line)
    return (mark == "- " ? "" : mark) + line.text.withoutControls.breakingMentions.escapingMarkup
  }
}
