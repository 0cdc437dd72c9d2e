/// A table as Markdown.
package struct MarkdownTable: Sendable {
  package var heads: [String]
  package var rows: [[String]] = []

  package init(_ heads: [String]) { self.heads = heads }

  /// The lines, with an empty one at the end. A bar within a cell is escaped.
  package var text: String {
    let lines = [heads, heads.map { _ in "---" }] + rows
    return lines.map { "| " + $0.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n" }.joined()
      + "\n"
  }
}
