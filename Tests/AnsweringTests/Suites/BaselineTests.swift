import Answering
import Foundation
import Testing

@Suite struct BaselineTests {
  private func compare(_ now: [CaseResult], _ before: [CaseResult], isPartial: Bool = false) throws
    -> BaselineComparison
  {
    BaselineComparison(of: try Sample.report(now), with: try Sample.report(before), isPartial: isPartial)
  }

  private func moved(_ id: String, section: String = "all/symptoms", margin: Double) throws -> CaseResult {
    try Sample.result(id, turns: [Sample.turn(section: section, margin: margin)])
  }

  @Test func listsWhatNewlyFailsAndNewlyPasses() throws {
    let comparison = try compare(
      [try Sample.result("a", passes: false), try Sample.result("b"), try Sample.result("c", passes: false)],
      [try Sample.result("a"), try Sample.result("b", passes: false), try Sample.result("c", passes: false)])
    #expect(comparison.newlyFailing.map(\.id) == ["a"])
    #expect(comparison.newlyFailing[0].detail == "sections: wanted all/causes, got all/symptoms")
    #expect(comparison.newlyPassing.map(\.id) == ["b"])
    #expect(comparison.hasRegressions)
  }

  @Test func anErrorAfterAPassIsARegression() throws {
    let comparison = try compare([try Sample.result("a", error: "too many steps")], [try Sample.result("a")])
    #expect(comparison.newlyFailing.map(\.detail) == ["too many steps"])
  }

  @Test func listsChangedSectionsAndMovedMarginsWithoutFailing() throws {
    let comparison = try compare(
      [try moved("a", section: "all/causes", margin: 0.5), try moved("b", margin: 0.44), try moved("c", margin: 0.46)],
      [try moved("a", margin: 0.5), try moved("b", margin: 0.5), try moved("c", margin: 0.5)])
    #expect(comparison.changedSection.map { "\($0.id) \($0.detail)" } == ["a all/symptoms -> all/causes"])
    #expect(comparison.movedMargin.map { "\($0.id) \($0.detail)" } == ["b 0.5000 -> 0.4400"])
    #expect(!comparison.hasRegressions)
  }

  @Test func listsOtherCasesUnlessTheRunLeftThemOut() throws {
    let (now, before) = (
      [try Sample.result("a"), try Sample.result("n")], [try Sample.result("a"), try Sample.result("o")]
    )
    #expect(try compare(now, before).added == ["n"])
    #expect(try compare(now, before).removed == ["o"])
    #expect(try compare(now, before, isPartial: true).removed == [])
  }

  @Test func aChangedQuestionIsNoRegression() throws {
    let edited = try Sample.result("a", passes: false, turns: [Sample.turn("else?", mismatches: [Sample.mismatch])])
    let comparison = try compare([edited], [try Sample.result("a")])
    #expect(comparison.edited == ["a"])
    #expect(!comparison.hasRegressions)
  }

  @Test func perturbedCasesAreComparedOnlyUnderOneSeed() throws {
    let suite = try Sample.suite()
    func report(seed: UInt64, passes: Bool) throws -> CheckReport {
      let result = SuiteResult(of: suite, cases: [try Sample.result("a", passes: passes)], isPerturbed: true)
      return try Sample.report([], perturbed: CheckReport.PerturbedRun(seed: seed, suites: [result]))
    }
    let baseline = try report(seed: 1, passes: true)
    let same = BaselineComparison(of: try report(seed: 1, passes: false), with: baseline, isPartial: false)
    #expect(same.newlyFailing.map(\.id) == ["perturbed a"])
    let other = BaselineComparison(of: try report(seed: 2, passes: false), with: baseline, isPartial: false)
    #expect(!other.hasRegressions)
    #expect(other.notes.count == 1)
  }

  @Test func aReportReadsBackAsItWasWritten() throws {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("baseline-\(UUID().uuidString).json")
    defer { try? FileManager.default.removeItem(at: file) }
    let report = try Sample.report([try Sample.result("a"), try Sample.result("b", error: "e")])
    try JSONReport.render(report).write(to: file)
    #expect(try Baseline.read(file) == report)
    let text = try String(contentsOf: file, encoding: .utf8)
    try text.replacing("\"version\" : 1", with: "\"version\" : 99").write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: Baseline.Unusable.self) { try Baseline.read(file) }
    try "[]".write(to: file, atomically: true, encoding: .utf8)
    #expect(throws: Baseline.Unusable.self) { try Baseline.read(file) }
    #expect(throws: Baseline.Unusable.self) { try Baseline.read(file.appendingPathComponent("none")) }
  }
}
