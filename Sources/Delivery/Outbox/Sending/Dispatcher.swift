import Foundation

/// What a worker knows, and what it decides from that; does nothing itself.
struct Dispatcher {
  /// An outcome that the store has not taken yet.
  struct Unsettled {
    var settlement: Settlement
    var reply: LeasedReply
    var event: DeliveryEvent
  }

  let policy: DeliveryPolicy
  let settings: WorkerSettings
  var dice: any RandomNumberGenerator & Sendable
  /// Being sent, by lane.
  var sending: [Int64: LeasedReply] = [:]
  var unsettled: [Unsettled] = []
  var breakers: [String: CircuitBreaker] = [:]
  var endpointBuckets: [String: TokenBucket] = [:]
  var laneBuckets: [Int64: TokenBucket] = [:]
  /// When the endpoints' next lanes are due, as the store last said.
  var nextDue: [String: Date] = [:]
  var storePause: Duration?
  /// Set once the worker is to stop: what is being sent then is cut short.
  var stopBy: Date?
  private(set) var isCutShort = false
  /// To be told to the observer.
  var events: [DeliveryEvent] = []

  init(policy: DeliveryPolicy, settings: WorkerSettings, dice: any RandomNumberGenerator & Sendable, at now: Date) {
    self.policy = policy
    self.settings = settings
    self.dice = dice
    endpointBuckets = settings.endpointRates.mapValues { TokenBucket($0, at: now) }
  }

  /// Nothing is left to wait for.
  var isFinished: Bool {
    guard stopBy != nil, sending.isEmpty else { return false }
    // Cut short and without a store, the leases are left to run out.
    return unsettled.isEmpty || (isCutShort && storePause != nil)
  }

  mutating func handle(_ event: WorkerEvent, at now: Date) {
    switch event {
    case .wake: break
    case .queued(let endpoints): for endpoint in endpoints { nextDue[endpoint] = min(nextDue[endpoint] ?? now, now) }
    case .ended(let reply, let outcome): ended(reply, outcome, at: now)
    case .stop(let date): stopBy = min(stopBy ?? date, date)
    case .cancelled: stopBy = min(stopBy ?? now, now)
    }
    if let stopBy, stopBy <= now { isCutShort = true }
  }

  mutating func takeEvents() -> [DeliveryEvent] {
    defer { events = [] }
    return events
  }
}
