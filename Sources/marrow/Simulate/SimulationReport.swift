import Answering
import Daemon
import Foundation
import HTTPTypes

/// What a simulation saw, for people and for programs.
struct SimulationReport {
  private let outcome: Simulation.Outcome

  init(_ outcome: Simulation.Outcome) { self.outcome = outcome }

  /// A paragraph for the acknowledgement and one for each request that left.
  var text: String {
    let body = String(decoding: outcome.body, as: UTF8.self)
    let first = "answered the event with \(outcome.status)\(body.isEmpty ? "" : "\n\(body)")\n"
    let rest = outcome.sent.map {
      "\nsent \($0.method.rawValue) \($0.path)\n\(String(decoding: $0.body, as: UTF8.self))\n"
    }
    return ([first] + (rest.isEmpty ? ["\nsent nothing\n"] : rest)).joined()
  }

  /// `{"status", "body", "sent": [{"method", "path", "body"}]}`.
  var json: JSONValue {
    .object([
      ("status", .integer(outcome.status)),
      ("body", .string(String(decoding: outcome.body, as: UTF8.self))),
      (
        "sent",
        .array(
          outcome.sent.map {
            .object([
              ("method", .string($0.method.rawValue)), ("path", .string($0.path)),
              ("body", .string(String(decoding: $0.body, as: UTF8.self))),
            ])
          })
      ),
    ])
  }
}
