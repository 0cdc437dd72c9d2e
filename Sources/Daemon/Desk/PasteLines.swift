import Answering
import Foundation
package import Knowledge
import Matching

/// Lines for an editor to paste where a question was asked in vain: an alias, so that it is understood next time, and a canned
/// case that checks it; for each of the two things that an editor may find, that the documents do not say it, or that they do.
package struct PasteLines: Sendable {
  /// A file below `Knowledge/` and what to add to it.
  package struct Piece: Sendable, Equatable {
    /// When to paste it.
    package let about: String
    /// The file.
    package let file: String
    /// Where in the file.
    package let place: String
    /// The lines.
    package let text: String
  }

  /// What stands for a question whose words are not kept.
  package static let placeholder = "THE QUESTION AS IT WAS ASKED"

  private let knowledge: Knowledge

  /// Lines for the files of this knowledge.
  package init(_ knowledge: Knowledge) { self.knowledge = knowledge }

  /// The lines for a miss. They hold the question where its words are kept and nothing was taken out of them.
  package func pieces(for miss: AskedTally.Miss, asked count: AskedTally.Count) -> [Piece] {
    let question = count.texts.last { !$0.words.contains("[") }?.words ?? Self.placeholder
    let day = count.last.formatted(.iso8601.year().month().day())
    let unsaid = declined(miss, question, day: day)
    guard let nearest = miss.nearest else { return unsaid }
    return unsaid + answered(by: nearest, question, day: day)
  }

  // MARK: Where the documents do not say it

  private func declined(_ miss: AskedTally.Miss, _ question: String, day: String) -> [Piece] {
    let about = "If the documents do not say it"
    let expected = "kind: decline, reason: \"\(miss.reason)\""
    let alias =
      alias(of: miss.reason, question).map { [Piece(about: about, file: $0.0, place: $0.1, text: $0.2)] } ?? []
    return alias
      + [Self.cannedCase("\(miss.reason)-\(day)", about, question, why: "people ask it in vain", expected)]
  }

  /// Where the question belongs as one more way of asking for what the documents lack.
  private func alias(of reason: String, _ question: String) -> (String, String, String)? {
    guard case .exactly(let exact)? = ExpectedReason(reason) else { return nil }
    if let gap = knowledge.gap(behind: exact) {
      return ("gaps/\(gap).yaml", ", below questions:", "  - \(Self.quoted(question))")
    }
    switch exact {
    case .hole(_, let aspect):
      return ("questions/\(aspect).txt", ", with {subject} in the place of the subject's name:", question)
    case .otherSubject: return ("negatives/other-disease.txt", ":", question)
    case .offTopic: return ("negatives/off-topic.txt", ":", question)
    case .otherLanguage: return ("negatives/other-language.txt", ":", question)
    case .gap, .unclear: return nil
    }
  }

  // MARK: Where a section says it

  private func answered(by section: String, _ question: String, day: String) -> [Piece] {
    let about = "If \(section) does say it"
    return [
      Piece(about: about, file: "documents/\(section).questions.txt", place: ":", text: question),
      Self.cannedCase(
        "\(section)-\(day)", about, question, why: "people ask it, and it was declined",
        "kind: answer, sections: [\(section)]"),
    ]
  }

  private static func cannedCase(_ name: String, _ about: String, _ question: String, why: String, _ expected: String)
    -> Piece
  {
    let id = String(name.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
    let text = """
        - id: asked-\(id)
          why: "\(why)"
          question: \(quoted(question))
          expect: {\(expected)}
      """
    return Piece(about: about, file: "suites/gaps.yaml", place: " or another suite, below cases:", text: text)
  }

  /// A text as YAML takes it in any place.
  private static func quoted(_ text: String) -> String {
    "\"" + text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
  }
}
