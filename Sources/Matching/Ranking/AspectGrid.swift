package import Knowledge

/// Which section answers which aspect of which subject; what is missing in it is a hole.
package struct AspectGrid: Sendable {
  private let sections: [String: [String: String]]
  private let aspectOfSection: [String: String]
  private let kinds: [String: String]
  private let aspectsByKind: [String: Set<String>]

  package init(_ knowledge: Knowledge) {
    var sections: [String: [String: String]] = [:]
    var kinds: [String: String] = [:]
    var aspectsByKind: [String: Set<String>] = [:]
    for document in knowledge.documents {
      kinds[document.subject] = document.kind
      for section in knowledge.sections where section.document == document.id {
        sections[document.subject, default: [:]][section.aspect] = section.id
        aspectsByKind[document.kind, default: []].insert(section.aspect)
      }
    }
    for aspect in knowledge.vocabulary.aspects {
      for (subject, section) in aspect.standIns where sections[subject]?[aspect.id] == nil {
        sections[subject, default: [:]][aspect.id] = section
      }
    }
    self.sections = sections
    aspectOfSection = Dictionary(knowledge.sections.map { ($0.id, $0.aspect) }, uniquingKeysWith: { first, _ in first })
    self.kinds = kinds
    self.aspectsByKind = aspectsByKind
  }

  /// Subjects that have a document, in alphabetical order.
  var subjects: [String] { kinds.keys.sorted() }

  /// The section that answers `aspect` of `subject`.
  package func section(subject: String, aspect: String) -> String? { sections[subject]?[aspect] }

  /// The aspect that a section answers as its own.
  func aspect(of section: String) -> String? { aspectOfSection[section] }

  /// Every section that answers `aspect`, by subject in alphabetical order.
  func sections(aspect: String) -> [String] { subjects.compactMap { sections[$0]?[aspect] } }

  /// True where another document of the subject's kind has the aspect and the subject's own has not.
  func isHole(subject: String, aspect: String) -> Bool {
    guard let kind = kinds[subject], aspectsByKind[kind]?.contains(aspect) == true else { return false }
    return sections[subject]?[aspect] == nil
  }

  /// Subjects whose documents are of the same kind as one that has `aspect`: those that shared questions are filled with.
  func comparableSubjects(aspect: String) -> [String] {
    subjects.filter { kinds[$0].map { aspectsByKind[$0]?.contains(aspect) == true } ?? false }
  }
}
