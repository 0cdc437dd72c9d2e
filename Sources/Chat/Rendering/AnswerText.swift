package import Answering

/// An answer as lines, in the order they are read: what every platform's renderer starts from.
package struct AnswerText: Sendable {
  /// Everything before the closing.
  package private(set) var body: [TextLine] = []
  /// Source, disclaimer and contacts at the end; they stay together in the last message.
  package private(set) var closing: [TextLine] = []
  /// What introduces the offers.
  package private(set) var introduction: String?
  /// What can be asked next, for buttons.
  package private(set) var offers: [Offer] = []

  /// The lines of an answer.
  package init(_ answer: Answer) {
    let blocks = answer.blocks.filter { if case .offers = $0 { false } else { true } }
    let end = blocks.lastIndex { !Self.closes($0) }.map { $0 + 1 } ?? 0
    body = blocks[..<end].flatMap(Self.lines)
    closing = blocks[end...].flatMap(Self.lines)
    for case .offers(let introduction, let offers) in answer.blocks {
      self.introduction = introduction
      self.offers += offers
    }
  }

  /// The offers as numbered lines, for platforms without buttons: the number is what the reader types.
  package var numberedOffers: [TextLine] {
    guard let introduction else { return [] }
    return [TextLine(introduction, role: .introduction)]
      + offers.enumerated().map { TextLine($1.title, role: .offer($0 + 1), startsBlock: false) }
  }

  private static func closes(_ block: AnswerBlock) -> Bool {
    switch block {
    case .notice, .source, .contact: true
    case .lead, .paragraph, .list, .offers: false
    }
  }

  private static func lines(_ block: AnswerBlock) -> [TextLine] {
    switch block {
    case .lead(let text): [TextLine(text, role: .lead)]
    case .paragraph(let text): [TextLine(text, role: .paragraph)]
    case .notice(let text): [TextLine(text, role: .notice)]
    case .source(let text): [TextLine(text, role: .source)]
    case .contact(let text): [TextLine(text, role: .contact)]
    case .list(let introduction, let items):
      (introduction.map { [TextLine($0, role: .introduction)] } ?? [])
        + items.enumerated().map {
          TextLine($1, role: .item, startsBlock: introduction == nil && $0 == 0)
        }
    case .offers: []
    }
  }
}
