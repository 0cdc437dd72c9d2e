public import Matching

/// A finished answer: what it is, what it is made of, and its words as typed blocks.
public struct Answer: Sendable {
  /// What it is.
  public let kind: AnswerKind
  /// The highest safety class that fired.
  public let safety: SafetyClass?
  /// The other safety classes that fired, highest first.
  public let safetyAlso: [SafetyClass]
  /// Sections it is made of, best first; the readings offered for a clarify; none for a takeover.
  public let sections: [Ranked]
  /// Why the first declined part is declined.
  public let reason: Reason?
  /// Its parts, in the order asked.
  public let parts: [AnswerPart]
  /// Its words.
  public let blocks: [AnswerBlock]
  /// What can be asked next.
  public let offers: [Offer]
  /// Why it came out so, part by part; empty where triage or the conversation decided alone.
  public let explanations: [Explanation]
  /// Why triage or the conversation decided, in words; nil where the matcher did.
  public let rule: String?

  /// An answer of these pieces.
  public init(
    kind: AnswerKind, safety: SafetyClass? = nil, safetyAlso: [SafetyClass] = [], sections: [Ranked] = [],
    reason: Reason? = nil, parts: [AnswerPart] = [], blocks: [AnswerBlock], offers: [Offer] = [],
    explanations: [Explanation] = [], rule: String? = nil
  ) {
    self.kind = kind
    self.safety = safety
    self.safetyAlso = safetyAlso
    self.sections = sections
    self.reason = reason
    self.parts = parts
    self.blocks = blocks
    self.offers = offers
    self.explanations = explanations
    self.rule = rule
  }

  /// The same answer with a block before its offers, or at its end where it has none.
  func inserting(_ block: AnswerBlock) -> Answer {
    var blocks = blocks
    let place = blocks.firstIndex { if case .offers = $0 { true } else { false } } ?? blocks.count
    blocks.insert(block, at: place)
    return Answer(
      kind: kind, safety: safety, safetyAlso: safetyAlso, sections: sections, reason: reason, parts: parts,
      blocks: blocks,
      offers: offers, explanations: explanations, rule: rule)
  }

  /// The words as plain text, no mark-up: blocks separated by empty lines, list items behind "- ".
  public var text: String { PlainText.render(blocks) }
}
