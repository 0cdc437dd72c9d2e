import Answering
import ArgumentParser
import Foundation
import Knowledge

/// Says what an editor should mend.
struct KnowledgeLintCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "lint",
    abstract: "Says what is wrong or doubtful in the knowledge folder.",
    discussion: """
      Errors are broken promises: a contact not checked for 180 days, a fact or a section that no canned case checks, a \
      question with two labels, a sentence that answers yes or no, markup that people would see. Warnings are for a person \
      to judge: hard words, few ways of asking, questions much alike, old reviews. Exit code 1 where there are errors, 2 where \
      the folder cannot be loaded at all.

      Examples:
        marrow knowledge lint
        marrow knowledge lint --grades
        marrow knowledge lint --all --rule near-duplicate
        marrow knowledge lint --strict --json
        marrow knowledge lint --today 2027-06-01
      """)

  @OptionGroup var home: Home
  @Flag(help: "Print every finding, not only the first ten of each rule.") var all = false
  @Flag(help: "Print the reading grade of every section.") var grades = false
  @Flag(help: "Count warnings as errors.") var strict = false
  @Flag(help: "Print findings and figures as JSON.") var json = false
  @Option(
    help: ArgumentHelp("Print findings of this rule only; may be given several times.", valueName: "rule"),
    transform: Self.rule)
  var rule: [LintRule] = []
  @Option(
    help: ArgumentHelp("Judge ages as on this day, for instance 2027-06-01.", valueName: "day"), transform: Self.day)
  var today: CalendarDay = CalendarDay(Date())

  func run() throws {
    let report = try Refusal.reported { () throws(KnowledgeRefused) -> LintReport in
      _ = try SafetyLayer.load(home.knowledgeFolder())
      return KnowledgeLint(try LintSources.read(home.knowledgeFolder()), today: today).report()
    }
    print(json ? try JSONText.of(report) : LintText(report, all: all, grades: grades, rules: rule).text)
    let failing = strict ? report.findings : report.findings(.error)
    if !failing.isEmpty { throw ExitCode(1) }
  }

  private static func rule(_ written: String) throws -> LintRule {
    guard let rule = LintRule(rawValue: written) else {
      throw ValidationError("expected one of \(LintRule.allCases.map(\.rawValue).joined(separator: ", "))")
    }
    return rule
  }

  private static func day(_ written: String) throws -> CalendarDay {
    guard let day = CalendarDay(written) else { throw ValidationError("expected a day such as 2026-11-22") }
    return day
  }
}
