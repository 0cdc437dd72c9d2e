import Answering
import HTTPTypes

/// `POST /v1/ask`.
struct AskRoute {
  let service: AskService

  /// The route.
  var route: Route {
    Route(.post, .exactly("/v1/ask"), name: "ask") { try await answer($0) }
  }

  private func answer(_ call: HTTPCall) async throws -> HTTPReply {
    guard call.isOf(type: "application/json") else { throw HTTPFault.type("application/json") }
    let request = try AskRequest(call.body)
    let result = try await service.ask(
      request.question, in: request.conversation, source: "api", at: call.receivedAt)
    let record = AnswerRecord(result.answer, by: result.responder)
    return .json(record.json(id: request.id, with: [("conversation", .string(result.conversation.text))]))
  }
}
