import NIOCore

/// Which deadline a connection is under: pure, so that every order of events can be tested without a socket.
struct RequestClock {
  /// How long each phase may take.
  struct Limits {
    /// From a request's first byte to the end of its head.
    let head: TimeAmount
    /// From the end of the head to the end of the body.
    let body: TimeAmount
    /// From the end of a response to the first byte of the next request.
    let idle: TimeAmount
  }

  /// What the connection waits for.
  enum Phase: Equatable {
    /// The first byte of a request.
    case idle
    /// The rest of a head.
    case head
    /// The rest of a body.
    case body
  }

  private let limits: Limits
  /// What the connection waits for.
  private(set) var phase = Phase.head
  /// Requests read, wholly or in part, that have no complete response yet.
  private(set) var open = 0
  /// True from the first byte of the newest request's response on.
  private(set) var hasResponse = false
  private var since: NIODeadline

  /// The clock of a connection that was just accepted: its first head must be there in time.
  init(_ limits: Limits, now: NIODeadline) {
    self.limits = limits
    since = now
  }

  /// When the connection is to be closed if nothing else happens; nil while it is the daemon's turn.
  var deadline: NIODeadline? {
    switch phase {
    case .head: since + limits.head
    case .body: since + limits.body
    case .idle: open == 0 ? since + limits.idle : nil
    }
  }

  /// Bytes came in.
  mutating func bytesRead(now: NIODeadline) {
    if phase == .idle { (phase, since) = (.head, now) }
  }

  /// A head is complete.
  mutating func headRead(now: NIODeadline) {
    (phase, since) = (.body, now)
    open += 1
    hasResponse = false
  }

  /// A request is complete.
  mutating func endRead(now: NIODeadline) { (phase, since) = (.idle, now) }

  /// A response has begun.
  mutating func responseBegan() { hasResponse = true }

  /// A response is complete.
  mutating func responseEnded(now: NIODeadline) {
    open -= 1
    if phase == .idle { since = now }
  }
}
