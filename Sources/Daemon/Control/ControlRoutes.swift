import Answering
import Foundation
import HTTPTypes
import Knowledge

/// What the control socket answers: for commands of the same user on the same machine.
struct ControlRoutes {
  let desk: KnowledgeDesk
  /// Nil where no platform is configured, so that there is no store.
  let outbox: OutboxDesk?
  let platforms: [String]

  private static let letters = "/outbox/"

  /// The routes.
  var routes: [Route] {
    [
      Route(.post, .exactly("/knowledge/reload"), name: "control") { _ in try await reload() },
      Route(.get, .exactly("/outbox"), name: "control") { call in
        .json(try await open().list(after: call.values(of: "after").first.flatMap { Int64($0) }))
      },
      Route(
        .below(Self.letters), name: "control",
        handlers: [
          (.get, { .json(try await open().show(try number($0))) }),
          (.post, { .json(try await open().replay(try number($0))) }),
          (.delete, { .json(try await open().drop(try number($0))) }),
        ]),
      Route(.post, .exactly("/forget"), name: "control") { try await forget($0) },
    ]
  }

  private func reload() async throws -> HTTPReply {
    do {
      return .json(.object([("knowledge", .string(try await desk.reload()))]))
    } catch let refused as KnowledgeRefused {
      throw HTTPFault(.unprocessableContent, "refused", refused.description)
    }
  }

  private func forget(_ call: HTTPCall) async throws -> HTTPReply {
    guard let request = try? JSONDecoder().decode(ForgetRequest.self, from: call.body) else {
      throw HTTPFault.bad(#"Send {"user", "platform"?}."#)
    }
    return .json(try await open().forget(request.user, on: request.platform.map { [$0] } ?? platforms))
  }

  private func open() throws(HTTPFault) -> OutboxDesk {
    guard let outbox else {
      throw HTTPFault(.conflict, "no_store", "No platform is configured, so the daemon keeps no outbox.")
    }
    return outbox
  }

  private func number(_ call: HTTPCall) throws(HTTPFault) -> Int64 {
    guard let number = Int64(call.path.dropFirst(Self.letters.count)) else { throw .notFound }
    return number
  }
}
