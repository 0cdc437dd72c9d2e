import Foundation

extension Dispatcher {
  mutating func ended(_ reply: LeasedReply, _ outcome: SendOutcome, at now: Date) {
    sending[reply.laneID] = nil
    if isCutShort, case .retry = outcome {
      // Cancelled, most likely: not the reply's fault, nor the endpoint's.
      breakers[reply.endpoint]?.abandoned(at: now)
      settle(reply, as: .released, at: now)
      return
    }
    judge(reply.endpoint, outcome, at: now)
    settle(reply, as: policy.step(for: reply, after: outcome, at: now, dice: &dice), at: now)
  }

  mutating func settle(_ reply: LeasedReply, as step: DeliveryStep, at now: Date) {
    let held = laneBuckets[reply.laneID]?.nextToken(at: now)
    unsettled.append(
      Unsettled(
        settlement: Settlement(claim: reply.claim, step: step, laneHeldUntil: held), reply: reply,
        event: event(reply, step, at: now)))
  }

  /// The store has taken `results.count` of ``unsettled``, from the first on.
  mutating func settled(_ results: [SettleResult]) {
    for (entry, result) in zip(unsettled, results) {
      events.append(result == .settled ? entry.event : .stale(platform: entry.reply.platform))
    }
    unsettled.removeFirst(min(results.count, unsettled.count))
  }

  mutating func storeFailed(_ failure: StoreFailure) {
    storePause = min(storePause.map { $0 * 2 } ?? settings.storePause, settings.longestStorePause)
    events.append(.storeFailed(failure))
  }

  /// An endpoint that answered at all, even with a refusal, is there.
  private mutating func judge(_ endpoint: String, _ outcome: SendOutcome, at now: Date) {
    var breaker = breakers[endpoint] ?? CircuitBreaker(settings.breaker)
    let wasClosed = breaker.isClosed
    if case .retry(let after, _) = outcome { breaker.failed(at: now, asked: after) } else { breaker.succeeded() }
    if wasClosed && !breaker.isClosed { events.append(.breakerOpened(endpoint: endpoint)) }
    if !wasClosed && breaker.isClosed { events.append(.breakerClosed(endpoint: endpoint)) }
    // One that is as new need not be kept, so that their number is that of endpoints in trouble.
    breakers[endpoint] = breaker == CircuitBreaker(settings.breaker) ? nil : breaker
  }

  private func event(_ reply: LeasedReply, _ step: DeliveryStep, at now: Date) -> DeliveryEvent {
    switch step {
    case .delivered:
      let seconds = max(0, now.timeIntervalSince(reply.createdAt))
      return .delivered(platform: reply.platform, after: .seconds(seconds), attempt: reply.attempts + 1)
    case .retry: return .retryPlanned(platform: reply.platform, attempt: reply.attempts + 1)
    case .dead(let cause, _): return .died(platform: reply.platform, cause: cause)
    case .postponed: return .postponed(platform: reply.platform)
    case .released: return .released(platform: reply.platform)
    }
  }
}
