/// Something an operator may want counted. Holds no text, address or user.
package enum DeliveryEvent: Equatable, Sendable {
  /// Taken by the platform, this long after it was accepted, at this attempt (from 1).
  case delivered(platform: String, after: Duration, attempt: Int)
  /// Failed and to be tried again.
  case retryPlanned(platform: String, attempt: Int)
  case died(platform: String, cause: DeadCause)
  /// Held back by a rate limit.
  case postponed(platform: String)
  /// Handed back because the worker stops.
  case released(platform: String)
  /// The store refused the outcome, since the reply was erased or claimed by another.
  case stale(platform: String)
  case breakerOpened(endpoint: String)
  case breakerClosed(endpoint: String)
  /// The store could not be used; the worker goes on trying.
  case storeFailed(StoreFailure)
}
