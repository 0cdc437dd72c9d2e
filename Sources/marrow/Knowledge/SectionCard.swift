import Knowledge

/// What there is to know about a section.
struct SectionCard: Encodable {
  let id: String
  let title: String
  let aspect: String
  let source: String
  let reviewed: String
  let grade: Double
  let costliest: [WordCost]
  let questions: Int
  let facts: [String]
  let body: String

  init(_ section: Section, of loaded: LoadedKnowledge) {
    let document = loaded.knowledge.document(section.document)
    let reading = ReadingGrade(section)
    id = section.id
    title = section.title
    aspect = section.aspect
    source = "\(document?.source ?? section.document), under \"\(section.sourceHeading)\""
    reviewed = document?.reviewed ?? ""
    grade = (reading.grade * 100).rounded() / 100
    costliest = reading.costliest
    questions = loaded.training.counts[.section(section.id)] ?? 0
    facts = loaded.facts.filter { $0.section == section.id }.map(\.id)
    body = section.blocks.map { Self.text(of: $0, in: section) }.joined(separator: "\n\n")
  }

  /// The section and a line for each thing about it.
  var text: String {
    let rows = [
      ["id", id], ["aspect", aspect], ["source", source], ["reviewed", reviewed],
      ["grade", grade.tenths + costs], ["questions", "\(questions)"], ["facts", "\(facts.count)"],
    ]
    return "\(title)\n\n\(body)\n\n\(Columns.text(rows))"
  }

  private var costs: String {
    costliest.isEmpty ? "" : "; what costs most: " + costliest.map(\.description).joined(separator: ", ")
  }

  private static func text(of block: SectionBlock, in section: Section) -> String {
    let sentence = { (index: Int) in section.sentences[index].text }
    return switch block {
    case .paragraph(let sentences): sentences.map(sentence).joined(separator: " ")
    case .list(let introduction, let items):
      ((introduction.map { [sentence($0)] } ?? []) + items.map { "- " + sentence($0) }).joined(separator: "\n")
    }
  }
}
