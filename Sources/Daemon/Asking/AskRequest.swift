import Answering
import Foundation
import HTTPTypes

/// The body of `POST /v1/ask`: `{"question", "conversation"?, "id"?}`; other keys are left alone.
struct AskRequest {
  /// Given back with the answer, where there is one.
  let id: RequestID?
  /// The question.
  let question: String
  /// The conversation it goes on with; nil for none or one that cannot be.
  let conversation: ConversationID?

  /// Longest question, in Unicode code points, as JSON schemas count.
  static let questionLimit = 8192
  /// Longest id, in code points.
  static let idLimit = 256

  /// Reads a body.
  /// - Throws: ``HTTPFault`` where it is not JSON, nested too deep, or a key is missing or of another type.
  init(_ body: Data) throws(HTTPFault) {
    guard String(validating: body, as: UTF8.self) != nil, JSONDepth.isWithin(body),
      let draft = try? JSONDecoder().decode(Draft.self, from: body)
    else { throw .bad(#"Send a JSON object like {"question": "What is ALL?"}."#) }
    guard let question = draft.question, !question.isEmpty else {
      throw .bad(#""question" is missing; give a text that is not empty."#)
    }
    guard question.unicodeScalars.count <= Self.questionLimit else {
      throw HTTPFault(
        .badRequest, "question_too_long", "A question may have at most \(Self.questionLimit) characters; ask shorter.")
    }
    if case .text(let text)? = draft.id, text.unicodeScalars.count > Self.idLimit {
      throw .bad(#""id" may have at most \#(Self.idLimit) characters."#)
    }
    (id, self.question) = (draft.id, question)
    conversation = draft.conversation.flatMap { ConversationID($0) }
  }

  private struct Draft: Decodable {
    let id: RequestID?
    let question: String?
    let conversation: String?
  }
}
