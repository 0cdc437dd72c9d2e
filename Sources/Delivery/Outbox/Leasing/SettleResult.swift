/// Whether a settlement counted.
package enum SettleResult: Equatable, Sendable {
  case settled
  /// Refused: the reply was claimed again since, handed back, or erased.
  case stale
}
