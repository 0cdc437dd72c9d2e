/// Why a reply became a dead letter.
package enum DeadCause: String, Equatable, Sendable, CaseIterable, Codable {
  /// The platform refused it for good.
  case refused
  /// The destination does not exist any more.
  case gone
  /// Too old to be of use.
  case expired
  /// Every attempt of the schedule failed.
  case exhausted
  /// The process ended again and again while sending it, so sending it may be the reason.
  case abandoned
}

extension DeadCause {
  /// Whether an attempt told us, rather than the clock or a count.
  var comesFromAttempt: Bool { self == .refused || self == .gone || self == .exhausted }
}
