import Answering
import Foundation

/// Answers JSON lines one by one: every line in gives exactly one line out, in the same order.
struct JSONLinesSession {
  private let responder: Responder
  private let explains: Bool
  private var conversations = ConversationTable()

  /// A session; with `explains` every answer has a `why`.
  init(_ responder: Responder, explains: Bool) {
    self.responder = responder
    self.explains = explains
  }

  /// Answers until the input ends. Each answer is written before the next line is read.
  /// - Throws: `UsageFailure` where the input cannot be read, `OutputFailure` where an answer cannot be written.
  mutating func run(_ input: LineReader, output: StandardStream) throws {
    var input = input
    while let line = try input.next() { try output.write(reply(to: line).line + "\n") }
  }

  private mutating func reply(to line: InputLine) -> JSONValue {
    do throws(BadLine) {
      return answer(try JSONLinesRequest(line))
    } catch {
      return .object([("id", error.id?.json ?? .null), ("error", .string(error.message))])
    }
  }

  private mutating func answer(_ request: JSONLinesRequest) -> JSONValue {
    let now = Date()
    let state = request.conversation.flatMap { conversations[$0] } ?? responder.freshState(at: now)
    let reply = responder.respond(to: Question.bounded(request.question), in: state, at: now)
    if let conversation = request.conversation { conversations[conversation] = reply.state }
    return AnswerRecord(reply.answer, by: responder, explains: explains).json(id: request.id)
  }
}
