internal import Knowledge
internal import Matching

/// Lays out a section with the sentences that answer put first. Every word it prints stands in the section.
enum SectionComposer {
  /// Blocks of a section: a lead, then the rest in reading order.
  ///
  /// Without an answering sentence the section's first sentence leads. An answering list item brings its whole list to the
  /// front, the answering items first in it, since an item makes no sense without its introduction.
  static func blocks(of section: Section, answering: [Int]) -> [AnswerBlock] {
    guard let best = answering.first, section.sentences.indices.contains(best) else {
      return inOrder(section, lead: [0])
    }
    switch section.sentences[best].role {
    case .statement: return inOrder(section, lead: leadSentences(of: section, best: best))
    case .item, .introduction: return listFirst(section, best: best, answering: answering)
    }
  }

  /// The answering sentence, then the section's opening where it is another one: the direct answer and what it belongs to.
  private static func leadSentences(of section: Section, best: Int) -> [Int] {
    best == 0 || section.sentences[0].role != .statement ? [best] : [best, 0]
  }

  private static func inOrder(_ section: Section, lead: [Int]) -> [AnswerBlock] {
    let leads = lead.filter { section.sentences[$0].role == .statement }
    var blocks: [AnswerBlock] = leads.isEmpty ? [] : [.lead(text(of: leads, in: section))]
    for block in section.blocks { blocks += rendered(block, of: section, without: Set(leads), first: []) }
    return blocks
  }

  private static func listFirst(_ section: Section, best: Int, answering: [Int]) -> [AnswerBlock] {
    guard let front = section.blocks.firstIndex(where: { $0.indexes.contains(best) }) else {
      return inOrder(section, lead: [0])
    }
    let rest = section.blocks.indices.filter { $0 != front }
    return rendered(section.blocks[front], of: section, without: [], first: answering)
      + rest.flatMap { rendered(section.blocks[$0], of: section, without: [], first: []) }
  }

  private static func rendered(
    _ block: SectionBlock, of section: Section, without left: Set<Int>, first: [Int]
  ) -> [AnswerBlock] {
    switch block {
    case .paragraph(let indexes):
      let kept = indexes.filter { !left.contains($0) }
      return kept.isEmpty ? [] : [.paragraph(text(of: kept, in: section))]
    case .list(let introduction, let items):
      let front = first.filter(items.contains)
      let ordered = front + items.filter { !front.contains($0) }
      return [
        .list(
          introduction: introduction.map { section.sentences[$0].text },
          items: ordered.map { section.sentences[$0].text })
      ]
    }
  }

  private static func text(of indexes: [Int], in section: Section) -> String {
    indexes.map { section.sentences[$0].text }.joined(separator: " ")
  }
}
