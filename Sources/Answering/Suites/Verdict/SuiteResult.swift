/// How one suite came out.
package struct SuiteResult: Sendable, Codable, Equatable {
  /// Its name.
  package let name: String
  /// What it guards.
  package let about: String
  /// Its file.
  package let file: String
  /// Its classes in the order in which they first stand in the file; one class `perturbed` for perturbed questions.
  package let classes: [ClassVerdict]
  /// Its cases in file order.
  package let cases: [CaseResult]

  /// The results of a suite against its floors.
  package init(of suite: Suite, cases: [CaseResult], isPerturbed: Bool = false) {
    name = suite.name
    about = suite.about
    file = suite.file
    self.cases = cases
    if isPerturbed {
      let floor = suite.floors.perturbedFloor(of: cases.map(\.group))
      classes = [ClassVerdict(name: Floors.perturbed, results: cases, floor: floor)]
    } else {
      let names = cases.map(\.group).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
      classes = names.map { name in
        ClassVerdict(name: name, results: cases.filter { $0.group == name }, floor: suite.floors.floor(of: name))
      }
    }
  }

  /// Cases that passed.
  package var passed: Int { cases.count(where: \.isPassed) }
  /// Share that passed; 1 where there is no case.
  package var share: Double { cases.isEmpty ? 1 : Double(passed) / Double(cases.count) }
  /// True where every class reaches its floor.
  package var holds: Bool { classes.allSatisfy(\.holds) }
  /// Cases that did not pass, in file order.
  package var notPassed: [CaseResult] { cases.filter { !$0.isPassed } }
}
