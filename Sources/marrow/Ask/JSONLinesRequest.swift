import Answering
import Foundation

/// One line of `--jsonl`, checked: `{"id", "question", "conversation"?}`; other keys are left alone.
struct JSONLinesRequest {
  /// Given back with the answer.
  let id: RequestID
  /// The question.
  let question: String
  /// The conversation it belongs to; nil for a question of its own.
  let conversation: RequestID?

  /// Longest name of a conversation, in bytes: names are kept, so they are bounded.
  static let conversationLimit = 256

  /// Reads a line.
  /// - Throws: `BadLine` where it is too long, not UTF-8, not a JSON object, or a key is missing or of another type.
  init(_ line: InputLine) throws(BadLine) {
    let draft = try Self.draft(of: line)
    guard let id = draft.id else { throw BadLine(id: nil, message: #""id" is missing; give a string or a number"#) }
    guard draft.hasQuestion else { throw BadLine(id: id, message: #""question" is missing; give a string"#) }
    guard let question = draft.question else { throw BadLine(id: id, message: #""question" must be a string"#) }
    if draft.hasConversation && draft.conversation == nil {
      throw BadLine(id: id, message: #""conversation" must be a string or a number"#)
    }
    if case .text(let name)? = draft.conversation, name.utf8.count > Self.conversationLimit {
      throw BadLine(id: id, message: #""conversation" must be at most \#(Self.conversationLimit) bytes"#)
    }
    (self.id, self.question, conversation) = (id, question, draft.conversation)
  }

  private static func draft(of line: InputLine) throws(BadLine) -> Draft {
    guard case .bytes(let bytes) = line else {
      throw BadLine(id: nil, message: "the line is longer than \(LineReader.limit) bytes")
    }
    guard String(validating: bytes, as: UTF8.self) != nil else {
      throw BadLine(id: nil, message: "the line is not UTF-8")
    }
    guard let draft = try? JSONDecoder().decode(Draft.self, from: Data(bytes)) else {
      throw BadLine(id: nil, message: #"the line is not a JSON object like {"id": "q1", "question": "..."}"#)
    }
    return draft
  }

  /// An object with whatever of the keys can be read, so that an error can name the line's id.
  private struct Draft: Decodable {
    let id: RequestID?
    let question: String?
    let hasQuestion: Bool
    let conversation: RequestID?
    let hasConversation: Bool

    private enum Key: String, CodingKey { case id, question, conversation }

    init(from decoder: any Decoder) throws {
      let object = try decoder.container(keyedBy: Key.self)
      id = try? object.decode(RequestID.self, forKey: .id)
      question = try? object.decode(String.self, forKey: .question)
      hasQuestion = object.contains(.question)
      conversation = try? object.decode(RequestID.self, forKey: .conversation)
      hasConversation = object.contains(.conversation) && (try? object.decodeNil(forKey: .conversation)) != true
    }
  }
}
