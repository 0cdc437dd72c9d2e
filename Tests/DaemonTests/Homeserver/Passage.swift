import Daemon
import Delivery
import Foundation
import HTTPTypes
import NIOConcurrencyHelpers

/// A door that requests go through on their way somewhere else, where tests can watch, hold and spoil them. Open for the length of
/// the test run.
final class Passage: Sendable {
  /// Decides about a request: `pass` sends it on and gives what comes back.
  typealias Rule =
    @Sendable (_ call: HTTPCall, _ pass: @Sendable () async throws -> HTTPReply) async throws ->
    HTTPReply

  /// A request and what was answered to it.
  struct Exchange: Sendable {
    let call: HTTPCall
    let status: Int
    let reply: Data
    let at: ContinuousClock.Instant
    let answeredAt: ContinuousClock.Instant

    /// What was said, in both directions.
    var text: String { String(decoding: call.body + reply, as: UTF8.self) }
  }

  private struct State {
    var target: String?
    var rule: Rule?
    var exchanges: [Exchange] = []
    var waiting: [(isEnough: @Sendable ([Exchange]) -> Bool, done: CheckedContinuation<Void, Never>)] = []
  }

  /// Where it is entered.
  let url: String
  private let state = NIOLockedValueBox(State())
  private let otherwise: HTTPReply

  /// A passage that leads nowhere yet and gives an answer of its own.
  init(otherwise: HTTPReply) async throws {
    self.otherwise = otherwise
    let box = NIOLockedValueBox<Passage?>(nil)
    let sink = Sink { call in
      guard let passage = box.withLockedValue({ $0 }) else { return otherwise }
      return try await passage.take(call)
    }
    Task { try await sink.run() }
    url = try await sink.address()
    box.withLockedValue { $0 = self }
  }

  /// From now on requests are sent on to a base URL, or, if nil, answered here; what was seen before is forgotten.
  func lead(to target: String?, by rule: Rule? = nil) {
    state.withLockedValue { state in
      (state.target, state.rule) = (target, rule)
      state.exchanges = []
    }
  }

  /// From now on a rule decides; nil lets everything pass.
  func decide(by rule: Rule?) { state.withLockedValue { $0.rule = rule } }

  /// Everything that went through so far, in the order of the answers.
  var exchanges: [Exchange] { state.withLockedValue { $0.exchanges } }

  /// Waits until what went through is as wished.
  func wait(until isEnough: @escaping @Sendable ([Exchange]) -> Bool) async {
    await withCheckedContinuation { done in
      let isNow = state.withLockedValue { state in
        if isEnough(state.exchanges) { return true }
        state.waiting.append((isEnough, done))
        return false
      }
      if isNow { done.resume() }
    }
  }

  private func take(_ call: HTTPCall) async throws -> HTTPReply {
    let (target, rule) = state.withLockedValue { ($0.target, $0.rule) }
    guard let target else { return otherwise }
    let began = ContinuousClock.now
    let pass: @Sendable () async throws -> HTTPReply = { try await self.send(call, to: target) }
    let reply = if let rule { try await rule(call, pass) } else { try await pass() }
    note(Exchange(call: call, status: reply.status.code, reply: reply.body, at: began, answeredAt: .now))
    return reply
  }

  private func send(_ call: HTTPCall, to target: String) async throws -> HTTPReply {
    var headers: HTTPFields = [:]
    for name in [HTTPField.Name.authorization, .contentType] { headers[name] = call.headers[name] }
    let query = call.rawQuery.isEmpty ? "" : "?" + call.rawQuery
    let request = TransferRequest(
      method: call.method, url: target + call.path + query, headers: headers, body: call.body,
      totalTimeout: .seconds(60), maximumResponseBytes: 1 << 20, access: AddressAccess(naming: ["127.0.0.1"]))
    guard let response = try? await request.sentAlone() else { return HTTPReply(status: .badGateway) }
    var fields: HTTPFields = [:]
    for name in [HTTPField.Name.contentType, .retryAfter] { fields[name] = response.headers[name] }
    return HTTPReply(status: .init(code: response.status), headers: fields, body: response.body)
  }

  private func note(_ exchange: Exchange) {
    let ready = state.withLockedValue { state in
      state.exchanges.append(exchange)
      let exchanges = state.exchanges
      let ready = state.waiting.filter { $0.isEnough(exchanges) }
      state.waiting.removeAll { $0.isEnough(exchanges) }
      return ready
    }
    for waiter in ready { waiter.done.resume() }
  }
}
