package import Answering
import Foundation

/// Decides which words of questions are kept for the editor's desk: none, unless the operator turned collection on.
package struct QuestionCollection: Sendable {
  private let isOn: Bool

  /// A collection as the settings say.
  package init(_ settings: Settings.Web) { isOn = settings.collectQuestions }

  /// The redacted words of a question; nil where nothing was asked in vain, where a safety class fired (what somebody says in
  /// need is nobody's business), or where nothing is left of it.
  package func words(of question: String, answered answer: Answer, by responder: Responder) -> String? {
    guard isOn, answer.safety == nil, answer.parts.contains(where: { $0.reason != nil }) else { return nil }
    return Redaction { responder.knows($0) }.redacted(question)
  }
}
