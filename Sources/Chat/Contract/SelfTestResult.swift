/// The result of one check that a platform makes of itself.
package struct SelfTestResult: Sendable, Equatable {
  /// What was checked, such as "published signature vector".
  package let check: String
  /// True where it passed.
  package let passed: Bool
  /// Where it failed: what was found and what to look at. Nil where only the secrets can be wrong.
  package let advice: String?
  /// True where it can pass only while the daemon runs.
  package let needsDaemon: Bool

  /// A result.
  package init(_ check: String, passed: Bool, advice: String? = nil, needsDaemon: Bool = false) {
    self.check = check
    self.passed = passed
    self.advice = advice
    self.needsDaemon = needsDaemon
  }
}
