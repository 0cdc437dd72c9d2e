/// Lines without emphasis: "- " before items, "1. " before offers, the words through an escape.
package struct PlainStyle: TextStyle {
  private let escape: @Sendable (String) -> String

  /// A style that passes all words through `escape`; by default they stay as they are.
  package init(escape: @escaping @Sendable (String) -> String = { $0 }) { self.escape = escape }

  /// The line with its bullet or number.
  package func written(_ line: TextLine) -> String { Self.mark(line) + escape(line.text) }

  /// What stands before a line's words where a plain "-" would be a mark of the platform's: a bullet before items.
  package static func bullet(_ line: TextLine) -> String {
    let mark = mark(line)
    return mark == "- " ? "• " : mark
  }

  /// What stands before a line's words.
  package static func mark(_ line: TextLine) -> String {
    guard !line.continues else { return "" }
    return switch line.role {
    case .item: "- "
    case .offer(let number): "\(number). "
    default: ""
    }
  }
}
