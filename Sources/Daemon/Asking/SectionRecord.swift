import Answering
import Knowledge

/// A section as JSON: its words as typed blocks, and where they come from.
struct SectionRecord {
  private let section: Section
  private let knowledge: Knowledge

  init(_ section: Section, of knowledge: Knowledge) {
    self.section = section
    self.knowledge = knowledge
  }

  var json: JSONValue {
    let document = knowledge.document(section.document)
    let parts = knowledge.sections.filter { $0.isPart(of: section.id) }
    return .object([
      ("id", .string(section.id)), ("title", .string(section.title)), ("aspect", .string(section.aspect)),
      ("document", .string(section.document)), ("source", .string(document?.source)),
      ("heading", .string(section.sourceHeading)), ("reviewed", .string(document?.reviewed)),
      ("blocks", .array(section.blocks.map(block))), ("parts", .array(parts.map { .string($0.id) })),
      ("knowledge", .string(knowledge.digest)),
    ])
  }

  private func block(_ block: SectionBlock) -> JSONValue {
    let words = { (index: Int) in section.sentences[index].text }
    switch block {
    case .paragraph(let sentences):
      return .object([
        ("kind", .string("paragraph")), ("text", .string(sentences.map(words).joined(separator: " "))),
      ])
    case .list(let introduction, let items):
      return .object([
        ("kind", .string("list")), ("text", .string(introduction.map(words))),
        ("items", .array(items.map { .string(words($0)) })),
      ])
    }
  }
}
