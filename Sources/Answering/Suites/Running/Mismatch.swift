/// One assertion that does not hold: what was wanted and what came.
package struct Mismatch: Sendable, Codable, Equatable {
  /// Key of the assertion in the suite file, for instance `sections`.
  package let assertion: String
  /// What was wanted.
  package let wanted: String
  /// What came.
  package let got: String
}
