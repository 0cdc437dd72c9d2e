/// Renders blocks as plain text.
public enum PlainText {
  /// Blocks separated by empty lines; list items behind "- ", offers numbered.
  public static func render(_ blocks: [AnswerBlock]) -> String { blocks.map(render).joined(separator: "\n\n") }

  /// One block.
  public static func render(_ block: AnswerBlock) -> String {
    switch block {
    case .lead(let text), .paragraph(let text), .notice(let text), .source(let text), .contact(let text): text
    case .list(let introduction, let items):
      ((introduction.map { [$0] } ?? []) + items.map { "- \($0)" }).joined(separator: "\n")
    case .offers(let introduction, let offers):
      ([introduction] + offers.enumerated().map { "\($0 + 1). \($1.title)" }).joined(separator: "\n")
    }
  }
}
