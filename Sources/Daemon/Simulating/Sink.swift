import Foundation
import HTTPTypes
import Logging
import NIOConcurrencyHelpers

/// Stands in a platform's place: takes every request, keeps it, and answers it.
package final class Sink: Sendable {
  /// Answers a request; by default as a platform answers a message that it took.
  package typealias Answerer = @Sendable (HTTPCall) async throws -> HTTPReply

  private let kept = NIOLockedValueBox<[HTTPCall]>([])
  private let bound = Awaited<ListenAddress>()
  private let answer: Answerer

  /// A sink; nothing listens yet.
  package init(answer: @escaping Answerer = { _ in .text(Sink.thanks, type: "application/json") }) {
    self.answer = answer
  }

  /// What arrived, in order.
  package var calls: [HTTPCall] { kept.withLockedValue { $0 } }

  /// Its URL, once it listens.
  package func address() async throws -> String { try await bound.value().url }

  /// Listens until its task is cancelled.
  package func run() async throws {
    var settings = Settings()
    settings.listen.port = 0
    settings.rates.addressPerMinute = 0
    let handler: Route.Handler = { [kept, answer] call in
      kept.withLockedValue { $0.append(call) }
      return try await answer(call)
    }
    let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete]
    let route = Route(.below("/"), name: "sink", handlers: methods.map { ($0, handler) })
    let observer = RequestObserver(
      metrics: DaemonMetrics(), logger: Logger(label: "sink", factory: { _ in SwiftLogNoOpLogHandler() }))
    try await Listener(settings, routes: RouteTable([route]), observer: observer, now: { Date() }) { [bound] in
      bound.give($0)
    }.run()
  }

  /// What each platform says of a message that it took, all in one object.
  package static let thanks =
    #"{"ok": true, "ts": "1700000000.000100", "id": "1", "event_id": "$1", "result": {"message_id": 1}}"#
}
