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
    let pieces = pieces(for: parts.map(\.outcome))
    let kind = pieces.map(\.part.kind).min { rank($0) < rank($1) } ?? .decline
    let sections = unique(pieces.filter { $0.part.kind == kind }.flatMap(\.part.sections))
    let reason = pieces.lazy.compactMap(\.part.reason).first
    // Every part has its first word before any goes into detail.
    var blocks = unique(pieces.flatMap(\.lead) + pieces.flatMap(\.rest))
    blocks += sources(kind == .answer ? sections.map(\.section) : [])
    let offers = self.offers(kind: kind, sections: sections.map(\.section), pieces: pieces)
    if !offers.isEmpty {
      blocks.append(.offers(introduction: kind == .clarify ? Wording.clarify : Wording.offers, offers))
    }
    return Answer(
      kind: kind, sections: sections, reason: reason, parts: pieces.map(\.part), blocks: blocks, offers: offers,
      explanations: parts.map(\.explanation))
  }

  /// Sections as an answer without matching: for follow-ups that stay with one, and for safety classes that inform.
  func answer(from sections: [Ranked], rule: String) -> Answer {
    let pieces = pieces(for: sections.map { .answer([$0]) })
    let offers = planner.offers(after: sections.map(\.section))
    var blocks = pieces.flatMap(\.lead) + pieces.flatMap(\.rest) + sources(sections.map(\.section))
    if !offers.isEmpty { blocks.append(.offers(introduction: Wording.offers, offers)) }
    return Answer(
      kind: .answer, sections: sections, parts: pieces.map(\.part), blocks: blocks, offers: offers, rule: rule)
  }

  /// A refusal that the conversation gives without matching.
  func decline(_ reason: Reason, rule: String) -> Answer {
    let piece = declined(reason)
    let offers = piece.offers
    let blocks = piece.lead + piece.rest + (offers.isEmpty ? [] : [.offers(introduction: Wording.offers, offers)])
    return Answer(kind: .decline, reason: reason, parts: [piece.part], blocks: blocks, offers: offers, rule: rule)
  }

  // MARK: Pieces

  private struct Piece {
    let part: AnswerPart
    /// What it says first.
    var lead: [AnswerBlock] = []
    /// What it says after every part has had its first word.
    var rest: [AnswerBlock] = []
    var offers: [Offer] = []
  }

  /// Every part gets room for its first sentence; what is left goes to the parts in the order asked.
  private func pieces(for outcomes: [MatchOutcome]) -> [Piece] {
    var left = SectionComposer.room
    let shortest = outcomes.map { length(of: piece(for: $0, room: 0)) }
    return outcomes.indices.map { index in
      let room = max(left - shortest[(index + 1)...].reduce(0, +), 0)
      let piece = piece(for: outcomes[index], room: room)
      left -= length(of: piece)
      return piece
    }
  }

  private func length(of piece: Piece) -> Int { piece.lead.isEmpty ? 0 : PlainText.render(piece.lead).count + 2 }

  private func piece(for outcome: MatchOutcome, room: Int) -> Piece {
    switch outcome {
    case .answer(let ranked): answered(ranked, room: room)
    case .clarify(let ranked):
      Piece(
        part: AnswerPart(kind: .clarify, sections: ranked), offers: planner.offers(ranked.map(\.section), limit: 4))
    case .decline(let reason): declined(reason)
    case .smalltalk(let kind):
      Piece(
        part: AnswerPart(kind: .smalltalk),
        lead: [.lead(knowledge.smalltalk.first { $0.id == kind }?.reply ?? wording.scope)])
    }
  }

  private func answered(_ ranked: [Ranked], room: Int) -> Piece {
    let part = AnswerPart(kind: .answer, sections: ranked)
    guard let best = ranked.first else { return Piece(part: part) }
    let layout = layout(of: best, room: room)
    return Piece(part: part, lead: layout.lead, rest: layout.rest)
  }

  private func declined(_ reason: Reason) -> Piece {
    let part = AnswerPart(kind: .decline, reason: reason)
    switch reason {
    case .gap(let id):
      guard let gap = knowledge.gap(id) else { return Piece(part: part, lead: [.lead(wording.offTopic)]) }
      return Piece(part: part, lead: [.lead(wording.gap(gap))], offers: planner.offers(gap.offer))
    case .hole(let subject, let aspect):
      let gap = knowledge.gaps.first { $0.subject == subject && $0.aspect == aspect }
      let reply = gap.map(wording.gap) ?? wording.hole(subject: subject, aspect: aspect)
      let near = gap?.offer ?? Array(knowledge.document(about: subject)?.sections.prefix(3) ?? [])
      // A gap's own reply already says whom to ask.
      let person: [AnswerBlock] = gap == nil ? [.contact(Wording.person)] : []
      return Piece(part: part, lead: [.lead(reply)], rest: person, offers: planner.offers(near))
    case .otherSubject(let id):
      let gap = knowledge.vocabulary.subject(id)?.gap.flatMap(knowledge.gap)
      return Piece(
        part: part, lead: [.lead(wording.otherSubject(id, gap: gap))], offers: planner.offers(gap?.offer ?? []))
    case .offTopic: return Piece(part: part, lead: [.lead(wording.offTopic)], offers: planner.entryPoints())
    case .unclear: return Piece(part: part, lead: [.lead(Wording.unclear)], offers: planner.entryPoints())
    case .otherLanguage: return Piece(part: part, lead: [.lead(Wording.otherLanguage)])
    }
  }

  private func layout(of ranked: Ranked, room: Int) -> SectionLayout {
    guard let section = knowledge.section(ranked.section) else { return SectionLayout(lead: [], rest: []) }
    return SectionComposer(section, answering: ranked.sentences, room: room).layout()
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
