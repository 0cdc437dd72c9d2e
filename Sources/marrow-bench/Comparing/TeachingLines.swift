internal import Foundation
internal import Knowledge
internal import Matching

/// Marrow's own knowledge in the form that peers learn from.
struct TeachingLines {
  /// Sections as texts that answer.
  let documents: [LabelledMessage]
  /// Ways of asking, shared ones filled in; gaps, small talk and negatives have no label.
  let training: [LabelledMessage]
  /// The calibration lines with the one label that they can be learned by.
  let calibration: [LabelledMessage]
  /// The calibration lines as questions, in the same order.
  let calibrationQuestions: [LabelledQuestion]

  /// The lines of a knowledge folder.
  ///
  /// - Throws: ``KnowledgeRefused`` where it cannot be used.
  init(_ folder: KnowledgeFolder) throws {
    let loaded = try KnowledgeLoader(folder).load()
    let lines = FilledUtterance.lines(of: loaded)
    documents = loaded.knowledge.sections.map {
      LabelledMessage(text: $0.title + "\n" + $0.plainText, label: $0.id)
    }
    training = lines.training.flatMap { line in Self.messages(line) }
    calibration = lines.calibration.compactMap { Self.messages($0).first }
    calibrationQuestions = lines.calibration.map { line in
      let sections = Set(line.labels.compactMap(Self.section))
      return LabelledQuestion(text: line.text, accepted: sections, readings: sections, kind: "")
    }
  }

  /// One message a section; one without label where there is none.
  private static func messages(_ line: FilledUtterance) -> [LabelledMessage] {
    let sections = line.labels.compactMap(section)
    let kind = line.labels.first?.written ?? "hole"
    return sections.isEmpty
      ? [LabelledMessage(text: line.text, label: nil, kind: kind)]
      : sections.map { LabelledMessage(text: line.text, label: $0) }
  }

  private static func section(_ label: Label) -> String? {
    if case .section(let id) = label { id } else { nil }
  }
}
