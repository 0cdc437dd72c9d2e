/// The name of one context flag, as the rule files write it.
public enum ContextFlag: String, Sendable, Codable, CaseIterable {
  /// Somebody is in treatment for cancer.
  case inTreatment = "in-treatment"
  /// Somebody had a transplant.
  case afterTransplant = "after-transplant"
  /// The writer is a child.
  case minor
}
