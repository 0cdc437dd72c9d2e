import Knowledge
import Matching

/// An answer as JSON, the form that `--json`, `--jsonl` and `/v1/ask` give. Keys may be added to it, never changed.
package struct AnswerRecord {
  private let answer: Answer
  private let responder: Responder
  private let explains: Bool

  /// The record of an answer that a responder gave; `explains` adds `why`.
  package init(_ answer: Answer, by responder: Responder, explains: Bool = false) {
    self.answer = answer
    self.responder = responder
    self.explains = explains
  }

  /// The record; with an id, the id comes first, then what else the interface says about the request.
  package func json(id: RequestID? = nil, with extra: [(String, JSONValue)] = []) -> JSONValue {
    let head: [(String, JSONValue)] = (id.map { [("id", $0.json)] } ?? []) + extra
    let why: [(String, JSONValue)] = explains ? [("why", ExplanationRecord(answer).json)] : []
    return .object(head + body + why)
  }

  private var body: [(String, JSONValue)] {
    [
      ("kind", .string(answer.kind.rawValue)),
      ("safety", .string(answer.safety?.rawValue)),
      ("safety_also", .array(answer.safetyAlso.map { .string($0.rawValue) })),
      ("sections", Self.sections(answer.sections)),
      ("reason", Self.reason(answer.reason)),
      ("parts", .array(answer.parts.map(Self.part))),
      ("text", .string(answer.text)),
      ("blocks", .array(answer.blocks.map(Self.block))),
      ("offers", .array(answer.offers.map(Self.offer))),
      ("knowledge", .string(responder.knowledge.digest)),
      ("model", .string(responder.modelName)),
    ]
  }

  private static func sections(_ ranked: [Ranked]) -> JSONValue {
    .array(ranked.map { .object([("id", .string($0.section)), ("score", .score($0.score))]) })
  }

  private static func part(_ part: AnswerPart) -> JSONValue {
    .object([
      ("kind", .string(part.kind.rawValue)), ("sections", sections(part.sections)), ("reason", reason(part.reason)),
    ])
  }

  private static func reason(_ reason: Reason?) -> JSONValue {
    guard let reason else { return .null }
    let kind: [(String, JSONValue)] = [("kind", .string(reason.kind))]
    switch reason {
    case .gap(let id): return .object(kind + [("gap", .string(id))])
    case .hole(let subject, let aspect):
      return .object(kind + [("subject", .string(subject)), ("aspect", .string(aspect))])
    case .otherSubject(let subject): return .object(kind + [("subject", .string(subject))])
    case .offTopic, .unclear, .otherLanguage: return .object(kind)
    }
  }

  private static func block(_ block: AnswerBlock) -> JSONValue {
    let kind: [(String, JSONValue)] = [("kind", .string(block.kind))]
    switch block {
    case .lead(let text), .paragraph(let text), .notice(let text), .source(let text), .contact(let text):
      return .object(kind + [("text", .string(text))])
    case .list(let introduction, let items):
      return .object(kind + [("text", .string(introduction)), ("items", .array(items.map { .string($0) }))])
    case .offers(let introduction, let offers):
      return .object(kind + [("text", .string(introduction)), ("items", .array(offers.map { .string($0.title) }))])
    }
  }

  private static func offer(_ offer: Offer) -> JSONValue {
    .object([("title", .string(offer.title)), ("section", .string(offer.section))])
  }
}
