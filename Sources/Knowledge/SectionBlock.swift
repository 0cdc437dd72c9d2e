/// A paragraph or a list of a section, as indexes into ``Section/sentences``.
public enum SectionBlock: Sendable, Codable, Equatable {
  /// Sentences that run on.
  case paragraph([Int])
  /// An introduction, where there is one, and the items under it.
  case list(introduction: Int?, items: [Int])

  /// Every sentence index of the block, in reading order.
  public var indexes: [Int] {
    switch self {
    case .paragraph(let sentences): sentences
    case .list(let introduction, let items): (introduction.map { [$0] } ?? []) + items
    }
  }
}
