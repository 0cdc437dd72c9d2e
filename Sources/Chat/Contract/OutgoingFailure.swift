/// Why no request could be built for a stored message.
package enum OutgoingFailure: Error, Sendable {
  /// Not now: an access token could not be fetched. Try again, after `after` where it is known.
  case unavailable(after: Duration?)
  /// Never: the stored message or its destination cannot be used; `what` says why in static text.
  case unusable(_ what: StaticString)
}
