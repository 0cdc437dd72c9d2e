import Knowledge

/// A document with the titles of its sections.
struct DocumentListing: Encodable {
  struct Entry: Encodable {
    let id: String
    let title: String
    let aspect: String
    let sentences: Int
  }

  let id: String
  let title: String
  let source: String
  let reviewed: String
  let sections: [Entry]

  init(_ document: Document, of knowledge: Knowledge) {
    id = document.id
    title = document.title
    source = document.source
    reviewed = document.reviewed
    sections = knowledge.sections.filter { $0.document == document.id }.map {
      Entry(id: $0.id, title: $0.title, aspect: $0.aspect, sentences: $0.sentences.count)
    }
  }

  /// A heading, then one section a line.
  var text: String {
    let heading = "\(title) (\(id); \(sections.count) sections, reviewed \(reviewed))"
    return heading + "\n" + Columns.text(sections.map { [$0.id, $0.title] }, indent: "  ")
  }
}
