import Foundation
import Testing

@Suite struct SafetyCommandTests {
  @Test func show_printsOnePage() throws {
    let run = try Run.finished(["safety", "show"])
    #expect(run.code == 0)
    #expect(run.text.hasPrefix("# Safety rules, for review\n"))
    for part in ["## emergency", "## minor-alone", "## Cues", "## Notices", "## Contacts", "## Sources"] {
      #expect(run.text.contains("\n\(part)\n"))
    }
  }

  @Test func region_fillsItsNumbers() throws {
    #expect(try Run.finished(["safety", "show", "--region", "uk"]).text.contains("> Please call 999 now."))
  }

  @Test func unknownRegion_endsWith2AndNamesTheKnownOnes() throws {
    let run = try Run.finished(["safety", "show", "--region", "mars"])
    #expect(run.code == 2)
    #expect(run.text == "")
    #expect(run.errors.contains("mars") && run.errors.contains("uk"))
  }

  @Test func oldContacts_areMarked() throws {
    #expect(try Run.finished(["safety", "show", "--today", "2027-08-01"]).text.contains("too long ago"))
  }

  @Test(arguments: [["safety", "--help"], ["safety", "show", "--help"]])
  func help_hasExamples(_ arguments: [String]) throws {
    let run = try Run.finished(arguments)
    #expect(run.code == 0)
    #expect(run.text.contains("Examples:"))
  }

  @Test(arguments: [["safety", "show"], ["knowledge", "lint"]])
  func brokenSafetyData_endsWith2AndPrintsNothing(_ command: [String]) throws {
    let folder = try TemporaryFolder()
    let copy = folder.url.appendingPathComponent("Knowledge")
    let original = URL(fileURLWithPath: Product.home).appendingPathComponent("Knowledge")
    try FileManager.default.copyItem(at: original, to: copy)
    let file = copy.appendingPathComponent("safety/rules-crisis.yaml")
    try String(contentsOf: file, encoding: .utf8).replacing("class: crisis", with: "class: sadness").write(
      to: file, atomically: true, encoding: .utf8)
    let run = try Run.finished(command + ["--home", folder.url.path])
    #expect(run.code == 2)
    #expect(run.text == "")
    #expect(run.errors.contains("safety/rules-crisis.yaml:"))
  }

  @Test func agedContacts_failTheLintOnly() throws {
    #expect(try Run.finished(["knowledge", "lint", "--today", "2027-05-21"]).code == 0)
    #expect(try Run.finished(["knowledge", "lint", "--today", "2027-08-01"]).code == 1)
  }
}
