/// How much a worker does at once, and how fast.
package struct WorkerSettings: Sendable {
  /// Replies being sent at once, at most.
  package var concurrency: Int
  /// Of those, to one endpoint, so that one which never answers leaves room for the others.
  package var concurrencyPerEndpoint: Int
  /// Longer than any send can take.
  package var lease: Duration
  package var breaker: CircuitBreaker.Settings
  /// Limits by endpoint; one not named has none.
  package var endpointRates: [String: TokenBucket.Rate]
  /// Limits of each lane, by the platform's name; of a platform not named they have none.
  package var laneRates: [String: TokenBucket.Rate]
  /// The first wait after the store failed; doubles up to ``longestStorePause``.
  package var storePause: Duration
  package var longestStorePause: Duration
  /// The worker looks at the store this often even when nothing wakes it.
  package var longestSleep: Duration

  package init(
    concurrency: Int = 64, concurrencyPerEndpoint: Int = 16, lease: Duration = .seconds(60),
    breaker: CircuitBreaker.Settings = .init(), endpointRates: [String: TokenBucket.Rate] = [:],
    laneRates: [String: TokenBucket.Rate] = [:], storePause: Duration = .milliseconds(100),
    longestStorePause: Duration = .seconds(5), longestSleep: Duration = .seconds(60)
  ) {
    self.concurrency = max(1, concurrency)
    self.concurrencyPerEndpoint = max(1, concurrencyPerEndpoint)
    self.lease = lease
    self.breaker = breaker
    self.endpointRates = endpointRates
    self.laneRates = laneRates
    self.storePause = storePause
    self.longestStorePause = longestStorePause
    self.longestSleep = longestSleep
  }
}
