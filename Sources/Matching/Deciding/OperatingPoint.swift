/// Where the matcher draws its lines, in calibrated probabilities.
public struct OperatingPoint: Sendable, Codable, Equatable {
  /// Declines from this probability of "none of the sections" on.
  public var declineAt: Double
  /// Declines where the best section, together with the sections that answer the same for other subjects, has less than this.
  public var answerFrom: Double
  /// Asks back where the second reading has at least this share of the first one's probability.
  public var clarifyFrom: Double

  /// The shipped point.
  public static let standard = OperatingPoint(declineAt: 0.66, answerFrom: 0.3, clarifyFrom: 0.6)

  /// A point with these lines.
  public init(declineAt: Double, answerFrom: Double, clarifyFrom: Double) {
    self.declineAt = declineAt
    self.answerFrom = answerFrom
    self.clarifyFrom = clarifyFrom
  }
}
