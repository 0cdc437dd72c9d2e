import Foundation

extension Dispatcher {
  /// What to ask the store for; nil when nothing more may be taken. `excludingUnsettled` where those are not settled in
  /// the same exchange.
  func claimRequest(at now: Date, excludingUnsettled: Bool = false) -> ClaimRequest? {
    let limit = settings.concurrency - sending.count
    guard stopBy == nil, limit > 0 else { return nil }
    let endpoints = Set(breakers.keys).union(endpointBuckets.keys).union(sending.values.map(\.endpoint))
    let quotas = endpoints.map { ($0, quota(of: $0, at: now)) }
    let stuck = excludingUnsettled ? unsettled.map(\.reply.laneID) : []
    return ClaimRequest(
      now: now, lease: settings.lease, limit: limit, limitPerEndpoint: settings.concurrencyPerEndpoint,
      endpoints: Dictionary(uniqueKeysWithValues: quotas), excludedLanes: Set(sending.keys).union(stuck))
  }

  /// - Returns: what is to be sent of `batch`; the rest is settled without being sent.
  mutating func take(_ batch: ClaimedBatch, at now: Date) -> [LeasedReply] {
    nextDue = batch.nextDue
    forgetFullBuckets(at: now)
    return batch.replies.compactMap { reply in
      if let step = stepBeforeSending(reply, at: now) {
        settle(reply, as: step, at: now)
        return nil
      }
      return began(reply, at: now)
    }
  }

  /// Whether to go to the store after these events: not where all they tell of are replies that must wait anyway, because what
  /// they go to is full or has failed. ``alarm(at:)`` is then set for them.
  func mustTurn(after events: [WorkerEvent], at now: Date) -> Bool {
    let tellsOfMore = events.contains { if case .queued = $0 { false } else { true } }
    return tellsOfMore || !unsettled.isEmpty || storePause != nil || alarm(at: now) <= now
  }

  /// Endpoints for which replies wait that cannot go out now. When they can, ``alarm(at:)`` or the end of a send says so.
  func blocked(at now: Date) -> Set<String> {
    guard storePause == nil else { return [] }
    return Set(nextDue.filter { $1 <= now && (claimable($0, due: $1, at: now) ?? .distantFuture) > now }.keys)
  }

  /// When to look at the store again if nothing happens before.
  func alarm(at now: Date) -> Date {
    var alarm = now + settings.longestSleep
    if let storePause { alarm = min(alarm, now + storePause) }
    if let stopBy { return isCutShort ? alarm : min(alarm, stopBy) }
    guard storePause == nil, sending.count < settings.concurrency else { return alarm }
    return nextDue.reduce(alarm) { min($0, claimable($1.key, due: $1.value, at: now) ?? $0) }
  }

  private func quota(of endpoint: String, at now: Date) -> Int {
    var quota = max(0, settings.concurrencyPerEndpoint - sending.values.count { $0.endpoint == endpoint })
    if let bucket = endpointBuckets[endpoint] { quota = min(quota, max(0, bucket.available(at: now))) }
    return breakers[endpoint]?.allowance(of: quota, at: now) ?? quota
  }

  /// When the next lane of an endpoint may be claimed; nil when that is not a question of time.
  private func claimable(_ endpoint: String, due: Date, at now: Date) -> Date? {
    guard sending.values.count(where: { $0.endpoint == endpoint }) < settings.concurrencyPerEndpoint else { return nil }
    if case .halfOpen = breakers[endpoint]?.state { return nil }
    return [due, breakers[endpoint]?.opensAgain(at: now), endpointBuckets[endpoint]?.nextToken(at: now)]
      .compactMap { $0 }.max()
  }

  private func stepBeforeSending(_ reply: LeasedReply, at now: Date) -> DeliveryStep? {
    if let step = policy.stepBeforeSending(reply, at: now) { return step }
    guard let bucket = laneBuckets[reply.laneID], bucket.available(at: now) < 1 else { return nil }
    return .postponed(until: bucket.nextToken(at: now))
  }

  private mutating func began(_ reply: LeasedReply, at now: Date) -> LeasedReply {
    var reply = reply
    reply.lateSince = policy.lateSince(reply, at: now)
    sending[reply.laneID] = reply
    breakers[reply.endpoint]?.began(at: now)
    endpointBuckets[reply.endpoint]?.take(at: now)
    if let rate = settings.laneRates[reply.platform] {
      laneBuckets[reply.laneID, default: TokenBucket(rate, at: now)].take(at: now)
    }
    return reply
  }

  private mutating func forgetFullBuckets(at now: Date) {
    guard laneBuckets.count > 1024 else { return }
    laneBuckets = laneBuckets.filter { !$0.value.isFull(at: now) }
  }
}
