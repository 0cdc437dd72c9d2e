import Answering
import Foundation
import HTTPTypes
import Knowledge

/// `/healthz`, `/readyz`, `/metrics` and `/openapi.yaml`.
struct HealthRoutes {
  let desk: KnowledgeDesk
  let readiness: Readiness
  let metrics: DaemonMetrics
  let insiders: [AddressNetwork]
  let startedAt: Date

  /// The routes; none counts against an address's rate.
  var routes: [Route] {
    [
      Route(.get, .exactly("/healthz"), name: "healthz", isRated: false) { .json(health($0)) },
      Route(.get, .exactly("/readyz"), name: "readyz", isRated: false) { _ in ready },
      Route(.get, .exactly("/metrics"), name: "metrics", isRated: false) { try measured($0) },
      Route(.get, .exactly("/openapi.yaml"), name: "openapi", isRated: false) { _ in
        .text(OpenAPI.document, type: "application/yaml; charset=utf-8")
      },
    ]
  }

  private func isInsider(_ call: HTTPCall) -> Bool {
    !call.client.isDoubtful && insiders.contains { $0.contains(call.client.text) }
  }

  private func health(_ call: HTTPCall) -> JSONValue {
    let missing = readiness.missing
    let status = !missing.isEmpty ? "unready" : warnings.isEmpty ? "ok" : "degraded"
    guard isInsider(call) else { return .object([("status", .string(status))]) }
    return .object([
      ("status", .string(status)), ("missing", .array(missing.map { .string($0) })),
      ("knowledge", .string(desk.responder?.knowledge.digest)), ("model", .string(desk.responder?.modelName)),
      ("loaded", .string(desk.loadedAt?.ISO8601Format())), ("started", .string(startedAt.ISO8601Format())),
      ("warnings", .array(warnings.map { .string($0) })),
    ])
  }

  private var warnings: [String] {
    let refusal = desk.refusal.map { ["the last reload was refused, older knowledge is served: \($0)"] } ?? []
    let model =
      desk.responder?.modelName == "lexical"
      ? ["there is no sentence encoder; more is declined (Config/fetch-model.sh brings it)"] : []
    return refusal + model + desk.warnings
  }

  private var ready: HTTPReply {
    let missing = readiness.missing
    guard missing.isEmpty else {
      var reply = HTTPReply.json(
        .object([("ready", .string("no")), ("missing", .array(missing.map { .string($0) }))]),
        status: .serviceUnavailable)
      reply.headers[.retryAfter] = "1"
      return reply
    }
    return .json(.object([("ready", .string("yes")), ("missing", .array([]))]))
  }

  private func measured(_ call: HTTPCall) throws(HTTPFault) -> HTTPReply {
    guard isInsider(call) else {
      throw HTTPFault(.forbidden, "forbidden", "Metrics are for the networks that listen.metrics_from names.")
    }
    return .text(metrics.text, type: MetricText.type)
  }
}
