import Foundation
import Knowledge
import Testing

/// Runs the built program.
@Suite struct CheckCommandTests {
  private struct Run {
    let code: Int32
    let output: String
    let errors: String
  }

  private static let binary = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
    .deletingLastPathComponent().appendingPathComponent("marrow")

  private let fixture: FixtureKnowledge

  init() throws {
    fixture = try FixtureKnowledge()
    try write(expecting: "all/symptoms")
  }

  private func write(expecting section: String, floors: String = "{}") throws {
    try fixture.write(
      """
      suite: s
      about: a
      floors: \(floors)
      cases:
        - {id: a, why: w, question: what are the symptoms of ALL, expect: {kind: answer, sections: [\(section)]}}
        - {id: b, why: w, question: what causes AML, expect: {kind: answer, sections: [aml/causes]}}
      """, to: "suites/s.yaml")
  }

  private func path(_ name: String) -> String { fixture.home.appendingPathComponent(name).path }

  private func check(_ arguments: String..., environment: [String: String] = [:]) throws -> Run {
    let process = Process()
    let (output, errors) = (path("out"), path("err"))
    for file in [output, errors] { try Data().write(to: URL(fileURLWithPath: file)) }
    process.executableURL = Self.binary
    process.arguments = ["check", "--home", fixture.home.path] + arguments
    process.environment = environment.merging(["XDG_CACHE_HOME": path("cache"), "MARROW_MODEL": "lexical"]) { $1 }
    process.standardInput = FileHandle.nullDevice
    process.standardOutput = FileHandle(forWritingAtPath: output)
    process.standardError = FileHandle(forWritingAtPath: errors)
    try process.run()
    process.waitUntilExit()
    return Run(
      code: process.terminationStatus, output: try String(contentsOfFile: output, encoding: .utf8),
      errors: try String(contentsOfFile: errors, encoding: .utf8))
  }

  @Test func endsWithZeroWhereEveryFloorHolds() throws {
    let run = try check()
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.output.hasSuffix("all floors held\n2 passed, 0 failed\n"))
    // A slow machine is told that compiling takes its time; nothing else is said.
    #expect(run.errors.isEmpty || run.errors.hasPrefix("Compiling knowledge"), "\(run.errors)")
  }

  @Test func agedContactsWarnAndSilenceNothing() throws {
    let text = try fixture.text(of: "safety/contacts.yaml")
    try fixture.write(
      text.replacing(/checked: \d{4}-\d{2}-\d{2}/, with: "checked: 2020-01-01"), to: "safety/contacts.yaml")
    let run = try check()
    #expect(run.code == 0, "\(run.errors)")
    #expect(run.errors.contains("marrow: warning: ") && run.errors.contains("2020-01-01"))
  }

  @Test func safetyThatCannotBeLoadedAnswersNothing() throws {
    let text = try fixture.text(of: "safety/rules-crisis.yaml")
    try fixture.write(text.replacing("class: crisis", with: "class: sadness"), to: "safety/rules-crisis.yaml")
    let run = try check()
    #expect(run.code == 2)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("safety/rules-crisis.yaml:"))
  }

  @Test func endsWithOneBelowAFloorAndZeroAtIt() throws {
    try write(expecting: "all/causes")
    let run = try check()
    #expect(run.code == 1)
    #expect(run.output.contains("  - sections: all/causes\n  + sections: all/symptoms\n"))
    #expect(run.output.hasSuffix("1 passed, 1 failed\n"))
    try write(expecting: "all/causes", floors: "{default: 0.5}")
    #expect(try check().code == 0)
  }

  @Test func endsWithTwoForWhatIsBroken() throws {
    #expect(try check("--against", path("none.json")).code == 2)
    #expect(try check("--junit", path("none/report.xml")).code == 2)
    try fixture.write("suite: t\nabout: a\ncases: [{id: c}]\n", to: "suites/t.yaml")
    let run = try check("--junit", path("report.xml"))
    #expect(run.code == 2)
    #expect(run.errors.contains("suites/t.yaml:3: why: is missing or empty"))
    #expect(try String(contentsOfFile: path("report.xml"), encoding: .utf8).contains("<error message="))
    try fixture.write("title: \n", to: "gaps/cost.yaml")
    #expect(try check("s").code == 2)
  }

  @Test func endsWithThreeWhereThereIsNothingToCheck() throws {
    #expect(try check("none").code == 3)
    #expect(try check("--filter", "nowhere").code == 3)
    try fixture.write("suite: t\nabout: a\ncases: []\n", to: "suites/t.yaml")
    #expect(try check("t").code == 3)
    try FileManager.default.removeItem(atPath: fixture.folder.url.appendingPathComponent("suites").path)
    #expect(try check().code == 3)
  }

  @Test func aRegressionFailsThoughTheFloorHolds() throws {
    try write(expecting: "all/symptoms", floors: "{default: 0.5}")
    #expect(try check("--json", path("baseline.json")).code == 0)
    #expect(try check("--against", path("baseline.json")).code == 0)
    try write(expecting: "all/causes", floors: "{default: 0.5}")
    let run = try check("--against", path("baseline.json"))
    #expect(run.code == 1)
    #expect(run.output.contains("newly failing: 1\n    a  sections: wanted all/causes, got all/symptoms"))
  }

  @Test func writesTheSameReportsTwice() throws {
    let names = ["a.json", "b.json", "a.html", "b.html"].map(path)
    #expect(try check("--json", names[0], "--html", names[2], "--perturb", "5").code != 2)
    #expect(try check("--json", names[1], "--html", names[3], "--perturb", "5").code != 2)
    let files = try names.map { try Data(contentsOf: URL(fileURLWithPath: $0)) }
    #expect(files[0] == files[1])
    #expect(files[2] == files[3])
  }

  @Test func approvesOnlyWhereAPersonLooks() throws {
    let run = try check("--approve")
    #expect(run.code == 2)
    #expect(run.errors.contains("needs a terminal"))
    #expect(try check("--approve", environment: ["CI": "true"]).errors.contains("where CI is set"))
  }

  @Test func listsSuitesAndCases() throws {
    let run = try check("--list")
    #expect(run.code == 0)
    #expect(run.output.contains("s  2 cases  suites/s.yaml\n  a\n  a  [default]  what are the symptoms of ALL\n"))
  }
}
