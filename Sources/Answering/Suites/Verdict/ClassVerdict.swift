/// How the cases of one class came out against their floor.
package struct ClassVerdict: Sendable, Codable, Equatable {
  /// The class.
  package let name: String
  /// Cases of the class.
  package let cases: Int
  /// Cases that passed.
  package let passed: Int
  /// Share that must pass.
  package let floor: Double
  /// True where that share passed.
  package let holds: Bool

  /// The verdict on a class. A share that equals its floor holds.
  package init(name: String, results: [CaseResult], floor: Double) {
    self.name = name
    cases = results.count
    passed = results.count(where: \.isPassed)
    self.floor = floor
    // Twenty of twenty-one times 0.95 must not depend on the last bit of a division.
    holds = Double(passed) >= floor * Double(cases) - 1e-9
  }

  /// Share that passed; 1 where there is no case.
  package var share: Double { cases == 0 ? 1 : Double(passed) / Double(cases) }
}
