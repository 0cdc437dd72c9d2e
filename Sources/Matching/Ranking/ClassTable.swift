internal import Knowledge

/// The classes of the two classifiers and how they relate to sections and aspects.
struct ClassTable: Sendable, Codable {
  /// Classes of the flat classifier.
  let flat: [Label]
  /// Classes of the aspect classifier.
  let aspect: [Label]

  /// The classes that a knowledge folder and its training lines give: sections and gaps in knowledge order, the rest by name.
  static func make(knowledge: Knowledge, negatives: Set<String>) -> ClassTable {
    let smalltalk = knowledge.smalltalk.map { Label.smalltalk($0.id) }
    let negative = negatives.sorted().map { Label.negative($0) }
    let aspects = knowledge.vocabulary.aspects.map { Label.aspect($0.id) }
    let ownGaps = knowledge.gaps.filter { $0.aspect == nil }.map { Label.gap($0.id) }
    return ClassTable(
      flat: knowledge.sections.map { .section($0.id) } + knowledge.gaps.map { .gap($0.id) } + smalltalk + negative,
      aspect: aspects + ownGaps + smalltalk + negative)
  }
}
