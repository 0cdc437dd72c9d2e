/// Shares of cases that must pass, by class.
package struct Floors: Sendable, Equatable {
  /// Floors that the suite file states.
  package let stated: [String: Double]

  /// Name under which a suite states the floor of its perturbed questions; no class may have it.
  package static let perturbed = "perturbed"
  /// What perturbed questions may fall behind, where the suite states no floor for them.
  package static let perturbedAllowance = 0.03

  /// Floors as stated.
  package init(_ stated: [String: Double] = [:]) {
    self.stated = stated
  }

  /// The floor of a class: its own, else the suite's default, else every case.
  package func floor(of group: String) -> Double {
    stated[group] ?? stated[CannedCase.defaultGroup] ?? 1
  }

  /// The floor of the perturbed cases of these classes, one entry a case.
  package func perturbedFloor(of groups: [String]) -> Double {
    if let floor = stated[Self.perturbed] { return floor }
    guard !groups.isEmpty else { return 0 }
    let mean = groups.map(floor(of:)).reduce(0, +) / Double(groups.count)
    return max(0, mean - Self.perturbedAllowance)
  }
}
