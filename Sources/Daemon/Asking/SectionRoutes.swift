import Answering
import HTTPTypes
import Knowledge

/// `GET /v1/sections` and `GET /v1/section?id=`.
struct SectionRoutes {
  let desk: KnowledgeDesk

  /// The routes.
  var routes: [Route] {
    [
      Route(.get, .exactly("/v1/sections"), name: "sections") { _ in .json(Self.listing(try knowledge())) },
      Route(.get, .exactly("/v1/section"), name: "section") { .json(try section($0)) },
    ]
  }

  private func knowledge() throws(HTTPFault) -> Knowledge {
    guard let responder = desk.responder else { throw .loading }
    return responder.knowledge
  }

  private func section(_ call: HTTPCall) throws(HTTPFault) -> JSONValue {
    let knowledge = try knowledge()
    let ids = call.values(of: "id")
    guard let id = ids.first, ids.count == 1 else {
      throw .bad("Name one section: /v1/section?id=all/symptoms")
    }
    guard let section = knowledge.section(id) else {
      throw HTTPFault(.notFound, "unknown_section", "There is no such section; /v1/sections lists all of them.")
    }
    return SectionRecord(section, of: knowledge).json
  }

  private static func listing(_ knowledge: Knowledge) -> JSONValue {
    .object([
      ("documents", .array(knowledge.documents.map { document($0, of: knowledge) })),
      ("knowledge", .string(knowledge.digest)),
    ])
  }

  private static func document(_ document: Document, of knowledge: Knowledge) -> JSONValue {
    let sections = knowledge.sections.filter { $0.document == document.id }
    return .object([
      ("id", .string(document.id)), ("title", .string(document.title)), ("short", .string(document.short)),
      ("source", .string(document.source)), ("reviewed", .string(document.reviewed)),
      ("covers", .string(document.covers)),
      ("sections", .array(sections.map(entry))),
    ])
  }

  private static func entry(_ section: Section) -> JSONValue {
    .object([("id", .string(section.id)), ("title", .string(section.title)), ("aspect", .string(section.aspect))])
  }
}
