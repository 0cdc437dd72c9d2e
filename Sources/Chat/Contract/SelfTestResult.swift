/// The result of one check that a platform makes of itself.
package struct SelfTestResult: Sendable, Equatable {
  /// What was checked, such as "published signature vector".
  package let check: String
  /// True where it passed.
  package let passed: Bool

  /// A result.
  package init(_ check: String, passed: Bool) {
    self.check = check
    self.passed = passed
  }
}
