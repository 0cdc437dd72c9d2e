package import Knowledge
internal import Matching

/// Lays out a section with the sentences that answer put first. Every word it prints stands in the section.
package struct SectionComposer {
  /// Letters within which a reader should have found the answer.
  package static let room = 320

  private let section: Section
  private let answering: [Int]
  private let room: Int

  /// A composer of one section.
  ///
  /// - Parameters:
  ///   - answering: indexes of the sentences that answer, best first; those the section does not have are ignored.
  ///   - room: letters that the lead may take, unless one sentence or list alone needs more.
  package init(_ section: Section, answering: [Int], room: Int = SectionComposer.room) {
    self.section = section
    self.answering = answering.filter(section.sentences.indices.contains)
    self.room = room
  }

  /// The lead and the rest.
  ///
  /// The best sentence leads, with the section's opening after it as far as there is room, since that holds the main facts. A
  /// best list item brings its whole list, the answering items first in it, since an item makes no sense without its
  /// introduction. Without an answering sentence the opening leads.
  package func layout() -> SectionLayout {
    guard let best = answering.first ?? opening.first, section.sentences[best].role == .statement else {
      return listFirst(answering.first ?? 0)
    }
    let leading = leadSentences(from: best)
    return SectionLayout(
      lead: [.lead(text(of: leading))], rest: section.blocks.flatMap { rendered($0, without: Set(leading)) })
  }

  /// The sentences of the opening paragraph; none where the section opens with a list.
  private var opening: [Int] {
    if case .paragraph(let indexes)? = section.blocks.first { indexes } else { [] }
  }

  /// The best sentence, the next best, then the opening in reading order: each as long as there is room.
  private func leadSentences(from best: Int) -> [Int] {
    var chosen = [best]
    var left = room - section.sentences[best].text.count
    let second = answering.dropFirst().prefix(1).filter { section.sentences[$0].role == .statement }
    for index in second + opening where !chosen.contains(index) {
      let length = section.sentences[index].text.count + 1
      guard length <= left else { continue }
      chosen.append(index)
      left -= length
    }
    return chosen
  }

  /// The list that answers, after the opening where the answer still comes within the room.
  private func listFirst(_ best: Int) -> SectionLayout {
    guard let front = section.blocks.firstIndex(where: { $0.indexes.contains(best) }) else {
      return SectionLayout(lead: [], rest: [])
    }
    let list = rendered(section.blocks[front], without: [])
    let before = opening.isEmpty || !openingFits(before: section.blocks[front], best: best) ? [] : opening
    let others = section.blocks.indices.filter { $0 != front }
    return SectionLayout(
      lead: (before.isEmpty ? [] : [.lead(text(of: before))]) + list,
      rest: others.flatMap { rendered(section.blocks[$0], without: Set(before)) })
  }

  private func openingFits(before list: SectionBlock, best: Int) -> Bool {
    guard case .list(let introduction, let items) = list else { return false }
    let told = [introduction].compactMap { $0 } + (items.contains(best) ? [best] : Array(items.prefix(2)))
    return text(of: opening).count + text(of: told).count + 4 <= room
  }

  private func rendered(_ block: SectionBlock, without left: Set<Int>) -> [AnswerBlock] {
    switch block {
    case .paragraph(let indexes):
      let kept = indexes.filter { !left.contains($0) }
      return kept.isEmpty ? [] : [.paragraph(text(of: kept))]
    case .list(let introduction, let items):
      let front = answering.filter(items.contains)
      let ordered = front + items.filter { !front.contains($0) }
      return [
        .list(
          introduction: introduction.map { section.sentences[$0].text },
          items: ordered.map { section.sentences[$0].text })
      ]
    }
  }

  private func text(of indexes: [Int]) -> String { indexes.map { section.sentences[$0].text }.joined(separator: " ") }
}
