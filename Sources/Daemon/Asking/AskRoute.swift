import Answering
import HTTPTypes

/// `POST /v1/ask`. Pages of other origins may ask only where the configuration names their origin.
struct AskRoute {
  let service: AskService
  let origins: OriginPolicy

  /// The route.
  var route: Route {
    Route(
      .exactly("/v1/ask"), name: "ask",
      handlers: [(.post, { try await answer($0) }), (.options, { try origins.preflight($0) })])
  }

  private func answer(_ call: HTTPCall) async throws -> HTTPReply {
    let source = origins.source(of: call)
    guard source != .foreign else { throw HTTPFault.origin }
    guard call.isOf(type: "application/json") else { throw HTTPFault.type("application/json") }
    let request = try AskRequest(call.body)
    let result = try await service.ask(
      request.question, in: request.conversation, source: source == .own ? "web" : "api", at: call.receivedAt)
    let record = AnswerRecord(result.answer, by: result.responder)
    var reply = HTTPReply.json(record.json(id: request.id, with: [("conversation", .string(result.conversation.text))]))
    reply.headers.append(contentsOf: origins.fields(for: source))
    return reply
  }
}
