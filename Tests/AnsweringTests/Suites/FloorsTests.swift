import Answering
import Testing

@Suite struct FloorsTests {
  @Test func aClassHasItsOwnFloorElseTheSuitesElseEveryCase() {
    let floors = Floors(["default": 0.9, "trap": 0.5])
    #expect(floors.floor(of: "trap") == 0.5)
    #expect(floors.floor(of: "facts") == 0.9)
    #expect(Floors().floor(of: "facts") == 1)
  }

  @Test func perturbedQuestionsMayFallThreeInAHundredBehindUnlessStated() {
    #expect((Floors(["default": 0.9]).perturbedFloor(of: ["default"]) - 0.87).magnitude < 1e-12)
    #expect((Floors(["a": 1, "b": 0.5]).perturbedFloor(of: ["a", "b"]) - 0.72).magnitude < 1e-12)
    #expect(Floors(["perturbed": 0.4]).perturbedFloor(of: ["default"]) == 0.4)
    #expect(Floors(["default": 0.01]).perturbedFloor(of: ["default"]) == 0)
  }

  @Test(arguments: [
    (19, 20, 0.95, true), (18, 20, 0.95, false), (20, 20, 1.0, true), (19, 20, 1.0, false), (7, 10, 0.7, true),
  ])
  func aShareThatEqualsItsFloorHolds(passed: Int, total: Int, floor: Double, holds: Bool) throws {
    let results = try (0..<total).map { try Sample.result("c\($0)", passes: $0 < passed) }
    #expect(ClassVerdict(name: "c", results: results, floor: floor).holds == holds)
  }

  @Test func oneClassBelowItsFloorBreaksTheSuite() throws {
    let suite = try Sample.suite(floors: "{default: 0.5, trap: 1}")
    let plain = try Sample.result("a")
    let good = SuiteResult(of: suite, cases: [plain, try Sample.result("b", group: "trap")])
    let bad = SuiteResult(of: suite, cases: [plain, try Sample.result("b", group: "trap", passes: false)])
    #expect(good.holds)
    #expect(bad.classes.map(\.holds) == [true, false])
    #expect(try !Sample.report([good, bad]).holds)
  }

  @Test func perturbedCasesAreOneClassOfTheirOwn() throws {
    let suite = try Sample.suite(floors: "{perturbed: 0.5}")
    let cases = [try Sample.result("a"), try Sample.result("b", passes: false)]
    let perturbed = SuiteResult(of: suite, cases: cases, isPerturbed: true)
    #expect(perturbed.classes.map(\.name) == ["perturbed"])
    #expect(perturbed.holds)
    #expect(!SuiteResult(of: suite, cases: cases).holds)
  }

  @Test func aCaseThatCannotBeJudgedDoesNotPass() throws {
    let report = try Sample.report([try Sample.result("a", error: "too many steps")])
    #expect(!report.holds)
    #expect((report.passed, report.failed, report.errors) == (0, 0, 1))
  }

  @Test func confusionsAreCountedAndTheMostFrequentComesFirst() throws {
    let other = ["assertion": "sections", "wanted": "aml/causes", "got": "all/symptoms"]
    let report = try Sample.report([
      try Sample.result("a", passes: false, turns: [Sample.turn(mismatches: [other])]),
      try Sample.result("b", passes: false), try Sample.result("c", passes: false), try Sample.result("d"),
    ])
    #expect(report.confusions.map(\.wanted) == ["all/causes", "aml/causes"])
    #expect(report.confusions.map(\.count) == [2, 1])
  }
}
