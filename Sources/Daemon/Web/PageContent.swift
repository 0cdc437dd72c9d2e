import Answering
import Knowledge

/// What pages are made from: the knowledge that is served now, and whom to call.
struct PageContent: Sendable {
  /// The knowledge; nil while it is loaded.
  let knowledge: Knowledge?
  /// Numbers that become links.
  let telephone: Telephone
  /// Whom to call in an emergency, numbers linked.
  let emergency: HTML

  /// The content of a responder, with the contacts of a region; an empty one is unknown.
  init(_ responder: Responder?, region: String) {
    knowledge = responder?.knowledge
    telephone = Telephone(responder?.contacts)
    let words = responder?.contacts.words(for: .emergency, region: region.isEmpty ? nil : region)
    emergency = telephone.linked(words ?? "your local emergency number")
  }

  /// What the documents are about: "acute lymphocytic leukemia, acute myeloid leukemia and bone marrow transplant".
  var subjects: String {
    let titles = (knowledge?.documents ?? []).map { Self.lowered($0.title) }
    guard let last = titles.last else { return "what its documents cover" }
    return titles.count == 1 ? last : titles.dropLast().joined(separator: ", ") + " and " + last
  }

  /// Sections to begin with: the first two of the first document and the first of the others.
  var starters: [Section] {
    guard let knowledge else { return [] }
    let ids = knowledge.documents.enumerated().flatMap { $1.sections.prefix($0 == 0 ? 2 : 1) }
    return ids.prefix(5).compactMap { knowledge.section($0) }
  }

  /// A title within a sentence: its first letter small, unless it begins an abbreviation.
  private static func lowered(_ title: String) -> String {
    let word = title.prefix { $0 != " " }
    return word.dropFirst().contains(where: \.isUppercase) ? title : title.prefix(1).lowercased() + title.dropFirst()
  }
}
