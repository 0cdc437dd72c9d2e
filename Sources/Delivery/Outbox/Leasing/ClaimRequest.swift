package import Foundation

/// How much a worker can take now.
package struct ClaimRequest: Sendable {
  package var now: Date
  /// After this long without being settled a reply may be claimed by others. Must exceed the longest possible send.
  package var lease: Duration
  /// Replies in all, at most.
  package var limit: Int
  /// Replies of one endpoint, at most, where `endpoints` does not say otherwise.
  package var limitPerEndpoint: Int
  /// Replies of the endpoints named here, at most; 0 for one whose breaker is open.
  package var endpoints: [String: Int]
  /// Lanes the worker still has in flight: never claimed, whatever the clock says of their leases.
  package var excludedLanes: Set<Int64>

  package init(
    now: Date, lease: Duration, limit: Int, limitPerEndpoint: Int, endpoints: [String: Int] = [:],
    excludedLanes: Set<Int64> = []
  ) {
    self.now = now
    self.lease = lease
    self.limit = limit
    self.limitPerEndpoint = limitPerEndpoint
    self.endpoints = endpoints
    self.excludedLanes = excludedLanes
  }
}
