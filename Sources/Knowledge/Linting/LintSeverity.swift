/// How much a finding weighs.
public enum LintSeverity: String, Sendable, Codable, Comparable, CaseIterable {
  /// Must be mended before the knowledge is used: `marrow knowledge lint` ends with exit code 1.
  case error
  /// Should be looked at; a person may decide to leave it.
  case warning

  /// Whether `lhs` weighs more, so that errors sort first.
  public static func < (lhs: LintSeverity, rhs: LintSeverity) -> Bool { lhs == .error && rhs == .warning }
}
