/// What an engine holds at most, and how long it keeps connections.
package struct TransferLimits: Hashable, Sendable {
  /// Transfers in flight.
  package var active: Int
  /// Transfers in flight to one host and port, so that one that hangs leaves room for the others.
  package var activePerHost: Int
  /// Transfers that wait for their turn. Beyond it ``TransferFailure/overloaded`` is thrown.
  package var waiting: Int
  /// Open connections, idle ones included.
  package var connections: Int
  /// An idle connection older than this is not used again. Servers drop idle ones too, often after 60 seconds or more.
  package var idleLifetime: Duration
  /// A connection older than this is not used again, so that a host's new address is found in the end.
  package var connectionLifetime: Duration

  /// Numbers that suit one machine; each is at least 1.
  package init(
    active: Int = 128, activePerHost: Int = 64, waiting: Int = 1024, connections: Int = 256,
    idleLifetime: Duration = .seconds(30), connectionLifetime: Duration = .seconds(600)
  ) {
    self.active = max(1, active)
    self.activePerHost = max(1, activePerHost)
    self.waiting = max(0, waiting)
    self.connections = max(1, connections)
    self.idleLifetime = max(.seconds(1), idleLifetime)
    self.connectionLifetime = max(.seconds(1), connectionLifetime)
  }
}
