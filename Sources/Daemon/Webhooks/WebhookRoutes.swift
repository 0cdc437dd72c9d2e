import Chat
import Foundation
import HTTPTypes
import Logging

/// `/webhooks/{name}` and everything beneath it: verify, read, answer, store, and only then say 2xx.
struct WebhookRoutes {
  private let intakes: [EventIntake]
  private let platformRate: RateLimiter
  private let entrance: Admission
  private let metrics: DaemonMetrics
  private let logger: Logger

  private static let mount = "/webhooks/"
  /// How long somebody who is let in may have to wait for what came before.
  private static let longestWait = Duration.milliseconds(300)
  /// How long a refusal for want of room waits: those who come again at once would otherwise take from those who were let in
  /// the time they need.
  private static let refusalPause = Duration.milliseconds(250)
  /// A platform says itself which methods it takes.
  private static let methods: [HTTPRequest.Method] = [.get, .post, .put, .patch, .delete, .options]

  /// Routes to the intakes of these platforms, for so many requests at once at most: each stage of a request waits behind all
  /// other requests, so that more of them at once would only make all late.
  init(_ intakes: [EventIntake], places: Int, perMinute: Int, metrics: DaemonMetrics, logger: Logger) {
    self.intakes = intakes
    entrance = Admission(places: places, longestWait: Self.longestWait)
    platformRate = RateLimiter(perMinute: perMinute)
    self.metrics = metrics
    self.logger = logger
  }

  /// Two routes a platform. Platforms are counted by their own rate and not by address: all of their users share a few
  /// addresses. How large a body may be a platform says itself.
  var routes: [Route] {
    intakes.flatMap { intake in
      let mount = Self.mount + intake.platform.name
      let handler: Route.Handler = { try await answer($0, below: mount, by: intake) }
      return [.exactly(mount), .below(mount + "/")].map { path in
        Route(
          path, name: "webhooks", isRated: false, largestBody: intake.platform.largestBody,
          handlers: Self.methods.map { ($0, handler) })
      }
    }
  }

  private func answer(_ call: HTTPCall, below mount: String, by intake: EventIntake) async throws -> HTTPReply {
    let name = intake.platform.name
    let began = ContinuousClock.now
    let request = WebhookRequest(
      method: call.method, path: String(call.path.dropFirst(mount.count)), rawQuery: call.rawQuery,
      headers: call.headers, body: call.body, receivedAt: call.receivedAt)
    do {
      let reply = HTTPReply(try await admitted { try await respond(to: request, by: intake) })
      metrics.acknowledgeSeconds.observe(began.duration(to: .now).seconds, [name])
      return reply
    } catch let refusal as WebhookRefusal {
      note(name, refusal.status.code >= 500 ? "unavailable" : "refused", began)
      return HTTPReply(intake.platform.response(to: refusal))
    } catch let fault as HTTPFault {
      note(name, fault.status.code == 429 ? "limited" : "unavailable", began)
      if fault.code == HTTPFault.busy.code { try? await Task.sleep(for: Self.refusalPause) }
      throw fault
    }
  }

  private func admitted(_ body: () async throws -> WebhookResponse) async throws -> WebhookResponse {
    guard entrance.enter() else {
      metrics.overloaded.increment()
      throw HTTPFault.busy
    }
    defer { entrance.leave() }
    return try await body()
  }

  private func respond(to request: WebhookRequest, by intake: EventIntake) async throws -> WebhookResponse {
    let began = ContinuousClock.now
    let platform = intake.platform
    try await platform.verify(request, at: request.receivedAt)
    try await platform.prepare(request)
    switch try platform.read(request) {
    case .handshake(let response):
      note(platform.name, "handshake", began)
      return response
    case .ignored(let response, _):
      note(platform.name, "ignored", began)
      return response
    case .events(let events, let actions, let acknowledgement):
      if let wait = platformRate.take(Array(platform.name.utf8), at: request.receivedAt) {
        throw HTTPFault.tooOften(wait)
      }
      for action in actions { note(platform.name, try await intake.take(action).label, began) }
      return try await respond(to: events, by: intake, began: began) ?? acknowledgement
    }
  }

  /// Takes events in order, so that a conversation's questions stay in order; the response of the one that is answered at once.
  private func respond(
    to events: [InboundEvent], by intake: EventIntake, began: ContinuousClock.Instant
  ) async throws -> WebhookResponse? {
    var response: WebhookResponse?
    for event in events {
      let taken = try await intake.take(event)
      // Neither a batch nor a platform's queue must be held up by one of its senders: his event is dropped, and counted.
      if case .limited(let wait) = taken, events.count == 1, !intake.platform.waitsForEach {
        throw HTTPFault.tooOften(wait)
      }
      if case .answered(let now) = taken { response = now }
      note(intake.platform.name, taken.label, began)
    }
    return response
  }

  private func note(_ platform: String, _ result: String, _ began: ContinuousClock.Instant) {
    metrics.events.increment([platform, result])
    logger.info(
      "platform event",
      metadata: [
        "platform": "\(platform)", "result": "\(result)",
        "ms": .stringConvertible(began.duration(to: .now).milliseconds),
      ])
  }
}

extension HTTPReply {
  /// What a platform wants said.
  init(_ response: WebhookResponse) {
    self.init(status: response.status, headers: response.headers, body: response.body)
  }
}
