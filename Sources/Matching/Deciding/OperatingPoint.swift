/// Where the matcher draws its lines, in calibrated probabilities.
public struct OperatingPoint: Sendable, Codable, Equatable {
  /// Declines from this probability of "none of the sections" on.
  public var declineAt: Double
  /// Asks back where the second reading has at least this share of the first one's probability.
  public var clarifyFrom: Double

  /// The shipped point.
  public static let standard = OperatingPoint(declineAt: 0.56, clarifyFrom: 0.6)

  /// A point with these lines.
  public init(declineAt: Double, clarifyFrom: Double) {
    self.declineAt = declineAt
    self.clarifyFrom = clarifyFrom
  }
}
