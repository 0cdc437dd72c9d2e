internal import Knowledge
internal import Matching

/// Chooses what to offer next, and knows the parts of umbrella sections in the order their text lists them.
struct OfferPlanner: Sendable {
  private let knowledge: Knowledge
  private let parts: [String: [String]]

  /// Offers in an answer.
  private static let limit = 3

  init(_ knowledge: Knowledge) {
    self.knowledge = knowledge
    var parts: [String: [String]] = [:]
    for section in knowledge.sections {
      let children = knowledge.sections.filter { $0.isPart(of: section.id) }
      if !children.isEmpty { parts[section.id] = PartOrder.order(children, asListedIn: section) }
    }
    self.parts = parts
  }

  /// Parts of an umbrella section in the order its text lists them; empty for any other section.
  func parts(of section: String) -> [String] { parts[section] ?? [] }

  /// What to offer after an answer from these sections: their parts, or what stands next to the first one.
  func offers(after sections: [String]) -> [Offer] {
    guard let first = sections.first else { return [] }
    let near = parts(of: first).isEmpty ? neighbours(of: first) : parts(of: first)
    return offers(near.filter { !sections.contains($0) })
  }

  /// These sections as offers, the first few of them.
  func offers(_ sections: [String], limit: Int = OfferPlanner.limit) -> [Offer] {
    sections.prefix(limit).compactMap { id in knowledge.section(id).map { Offer(title: $0.title, section: $0.id) } }
  }

  /// What to offer where nothing fits: the first section of each document.
  func entryPoints() -> [Offer] { offers(knowledge.documents.compactMap(\.sections.first)) }

  /// The sections after this one in its document, going round at the end.
  private func neighbours(of section: String) -> [String] {
    guard let document = knowledge.documents.first(where: { $0.sections.contains(section) }),
      let place = document.sections.firstIndex(of: section)
    else { return [] }
    return Array(document.sections[(place + 1)...]) + document.sections[..<place]
  }
}
