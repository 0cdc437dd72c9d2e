/// What a conversation remembers about the person it is about.
///
/// Flags make a bare "38.5" urgent once somebody has said that they are on chemotherapy.
public struct ContextFlags: Sendable, Hashable, Codable {
  /// Somebody in the conversation is in treatment for cancer.
  public var inTreatment: Bool
  /// Somebody in the conversation had a transplant.
  public var afterTransplant: Bool
  /// The writer is a child.
  public var minor: Bool

  /// Makes a set of flags; all are off by default.
  public init(inTreatment: Bool = false, afterTransplant: Bool = false, minor: Bool = false) {
    self.inTreatment = inTreatment
    self.afterTransplant = afterTransplant
    self.minor = minor
  }

  /// Flags that hold in either of two sets.
  public func union(_ other: ContextFlags) -> ContextFlags {
    ContextFlags(
      inTreatment: inTreatment || other.inTreatment,
      afterTransplant: afterTransplant || other.afterTransplant,
      minor: minor || other.minor)
  }

  /// Whether one named flag is on.
  public subscript(_ flag: ContextFlag) -> Bool {
    get {
      switch flag {
      case .inTreatment: inTreatment
      case .afterTransplant: afterTransplant
      case .minor: minor
      }
    }
    set {
      switch flag {
      case .inTreatment: inTreatment = newValue
      case .afterTransplant: afterTransplant = newValue
      case .minor: minor = newValue
      }
    }
  }
}
