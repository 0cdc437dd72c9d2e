internal import Knowledge
internal import Matching

/// Puts answers together from sections, gaps and fixed replies. Decides nothing: what to say is decided before.
struct Composer: Sendable {
  private let knowledge: Knowledge
  private let planner: OfferPlanner

  init(knowledge: Knowledge, planner: OfferPlanner) {
    self.knowledge = knowledge
    self.planner = planner
  }

  private var wording: Wording { Wording(knowledge) }

  /// What the matched parts come to, without notices.
  func answer(to parts: [MatchedPart]) -> Answer {
    let pieces = parts.map { piece(for: $0.outcome) }
    let kind = pieces.map(\.part.kind).min { rank($0) < rank($1) } ?? .decline
    let sections = unique(pieces.filter { $0.part.kind == kind }.flatMap(\.part.sections))
    let reason = pieces.lazy.compactMap(\.part.reason).first
    var blocks = unique(pieces.flatMap(\.blocks))
    blocks += sources(kind == .answer ? sections.map(\.section) : [])
    let offers = self.offers(kind: kind, sections: sections.map(\.section), pieces: pieces)
    if !offers.isEmpty {
      blocks.append(.offers(introduction: kind == .clarify ? Wording.clarify : Wording.offers, offers))
    }
    return Answer(
      kind: kind, sections: sections, reason: reason, parts: pieces.map(\.part), blocks: blocks, offers: offers,
      explanations: parts.map(\.explanation))
  }

  /// A section as an answer, for follow-ups that stay with it.
  func answer(from section: Ranked, rule: String) -> Answer {
    let part = AnswerPart(kind: .answer, sections: [section])
    let offers = planner.offers(after: [section.section])
    var blocks = body(of: section) + sources([section.section])
    if !offers.isEmpty { blocks.append(.offers(introduction: Wording.offers, offers)) }
    return Answer(kind: .answer, sections: [section], parts: [part], blocks: blocks, offers: offers, rule: rule)
  }

  /// Sections as an answer, for safety classes that inform.
  func answer(from sections: [String], rule: String) -> Answer {
    let ranked = sections.map { Ranked(section: $0, score: 1) }
    let offers = planner.offers(after: sections)
    var blocks = ranked.flatMap(body) + sources(sections)
    if !offers.isEmpty { blocks.append(.offers(introduction: Wording.offers, offers)) }
    return Answer(
      kind: .answer, sections: ranked, parts: [AnswerPart(kind: .answer, sections: ranked)], blocks: blocks,
      offers: offers,
      rule: rule)
  }

  /// A refusal that the conversation gives without matching.
  func decline(_ reason: Reason, rule: String) -> Answer {
    let piece = declined(reason)
    let offers = piece.offers
    let blocks = piece.blocks + (offers.isEmpty ? [] : [.offers(introduction: Wording.offers, offers)])
    return Answer(kind: .decline, reason: reason, parts: [piece.part], blocks: blocks, offers: offers, rule: rule)
  }

  // MARK: Pieces

  private struct Piece {
    let part: AnswerPart
    let blocks: [AnswerBlock]
    var offers: [Offer] = []
  }

  private func piece(for outcome: MatchOutcome) -> Piece {
    switch outcome {
    case .answer(let ranked):
      Piece(part: AnswerPart(kind: .answer, sections: ranked), blocks: ranked.prefix(1).flatMap(body))
    case .clarify(let ranked):
      Piece(
        part: AnswerPart(kind: .clarify, sections: ranked), blocks: [],
        offers: planner.offers(ranked.map(\.section), limit: 4))
    case .decline(let reason): declined(reason)
    case .smalltalk(let kind):
      Piece(
        part: AnswerPart(kind: .smalltalk),
        blocks: [.lead(knowledge.smalltalk.first { $0.id == kind }?.reply ?? wording.scope)])
    }
  }

  private func declined(_ reason: Reason) -> Piece {
    let part = AnswerPart(kind: .decline, reason: reason)
    switch reason {
    case .gap(let id):
      let gap = knowledge.gap(id)
      return Piece(
        part: part, blocks: [.lead(gap?.reply ?? wording.offTopic)], offers: planner.offers(gap?.offer ?? []))
    case .hole(let subject, let aspect):
      let gap = knowledge.gaps.first { $0.subject == subject && $0.aspect == aspect }
      let reply = gap?.reply ?? wording.hole(subject: subject, aspect: aspect)
      let near = gap?.offer ?? Array(knowledge.document(about: subject)?.sections.prefix(3) ?? [])
      return Piece(part: part, blocks: [.lead(reply), .contact(Wording.person)], offers: planner.offers(near))
    case .otherSubject(let id):
      let gap = knowledge.vocabulary.subject(id)?.gap.flatMap(knowledge.gap)
      let reply = gap?.reply ?? wording.otherSubject(id)
      return Piece(part: part, blocks: [.lead(reply)], offers: planner.offers(gap?.offer ?? []))
    case .offTopic: return Piece(part: part, blocks: [.lead(wording.offTopic)], offers: planner.entryPoints())
    case .unclear: return Piece(part: part, blocks: [.lead(Wording.unclear)], offers: planner.entryPoints())
    case .otherLanguage: return Piece(part: part, blocks: [.lead(Wording.otherLanguage)])
    }
  }

  private func body(of ranked: Ranked) -> [AnswerBlock] {
    guard let section = knowledge.section(ranked.section) else { return [] }
    return SectionComposer.blocks(of: section, answering: ranked.sentences)
  }

  // MARK: Putting together

  private func offers(kind: AnswerKind, sections: [String], pieces: [Piece]) -> [Offer] {
    switch kind {
    case .answer: planner.offers(after: sections)
    case .clarify, .decline, .smalltalk: unique(pieces.flatMap(\.offers))
    }
  }

  private func sources(_ sections: [String]) -> [AnswerBlock] {
    let documents = unique(sections.compactMap { knowledge.section($0)?.document })
    return documents.compactMap { knowledge.document($0).map { .source(wording.source($0)) } }
  }

  /// An answer weighs more than a question back, that more than a refusal, that more than small talk.
  private func rank(_ kind: AnswerKind) -> Int {
    switch kind {
    case .answer: 0
    case .clarify: 1
    case .decline: 2
    case .smalltalk: 3
    }
  }

  private func unique<Item: Equatable>(_ items: [Item]) -> [Item] {
    items.reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
