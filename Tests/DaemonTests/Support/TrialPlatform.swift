import Chat
import Daemon
import Delivery
import Foundation
import HTTPTypes

/// A platform with fresh keys whose replies go to a sink of the test's own.
struct TrialPlatform: Sendable {
  /// What a daemon needs to serve it.
  let plan: PlatformPlan
  /// Stands in the platform's place.
  let sink: Sink
  /// For signing events.
  let platform: any ChatPlatform

  /// Starts a sink, hands the platform to `body`, and stops the sink.
  static func use(
    _ kind: String, options: [String: String] = [:], name: String = "trial", sink: Sink = Sink(),
    _ body: (TrialPlatform) async throws -> Void
  ) async throws {
    try await withThrowingTaskGroup(of: Void.self) { group in
      group.addTask { try await sink.run() }
      let address = try await sink.address()
      guard let type = PlatformRegistry.platform(kind) else { throw CancellationError() }
      var settings = type.trial(name: name, sink: address, using: .system)
      settings.options.merge(options) { $1 }
      let platform = try PlatformRegistry.make(settings, environment: PlatformEnvironment())
      let plan = PlatformPlan(settings: settings, privateHosts: ["127.0.0.1"])
      do {
        try await body(TrialPlatform(plan: plan, sink: sink, platform: platform))
        group.cancelAll()
      } catch {
        group.cancelAll()
        throw error
      }
    }
  }

  /// A signed event with a question.
  func event(_ question: String, user: String = "U1", at now: Date = Date()) throws -> WebhookRequest {
    guard let event = platform.simulated(question: question, user: user, at: now) else { throw CancellationError() }
    return event
  }
}

extension RunningDaemon {
  /// Delivers a platform's event.
  func deliver(_ event: WebhookRequest, to name: String = "trial") async throws -> TransferResponse {
    let query = event.rawQuery.isEmpty ? "" : "?" + event.rawQuery
    return try await send(
      event.method, "/webhooks/\(name)\(event.path)\(query)", headers: event.headers, body: event.body)
  }

  /// Returns once nothing waits to be sent.
  func untilSent() async throws {
    while try await daemon.pendingReplies() > 0 { await Task.yield() }
  }
}
