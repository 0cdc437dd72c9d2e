/// What became of a dead letter that was to be sent again.
package enum ReplayResult: Equatable, Sendable {
  case replayed
  /// No dead letter has that number: never had, dropped, or replayed already.
  case notFound
  /// Its text and address are gone.
  case wiped
}
