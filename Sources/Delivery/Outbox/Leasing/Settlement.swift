package import Foundation

/// What a worker tells the store of a reply it had claimed.
package struct Settlement: Sendable, Equatable {
  package var claim: Claim
  package var step: DeliveryStep
  /// The lane's next reply is not due before then: a rate limit.
  package var laneHeldUntil: Date?

  package init(claim: Claim, step: DeliveryStep, laneHeldUntil: Date? = nil) {
    self.claim = claim
    self.step = step
    self.laneHeldUntil = laneHeldUntil
  }
}
