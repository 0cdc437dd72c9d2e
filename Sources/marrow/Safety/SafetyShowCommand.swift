import Answering
import ArgumentParser
import Foundation
import Knowledge

/// Prints the safety layer as one page.
struct SafetyShowCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "show",
    abstract: "Prints the safety rules as one Markdown page for a clinician.",
    discussion: """
      The page has every class with its cues in words, its rules with an example each, its replies and notices, the telephone \
      numbers with the day they were last checked, and the sources. It is made from the files that the program itself reads.

      Exit codes: 0 done; 2 the safety files are refused or the region is unknown.

      Examples:
        marrow safety show > safety.md
        marrow safety show --region uk
        marrow safety show --today 2027-06-01
      """)

  @OptionGroup var home: Home
  @Option(help: "Print the telephone numbers of this region, such as us or uk; without it, of all of them.")
  var region: String?
  @Option(
    help: ArgumentHelp(
      "Judge the age of the telephone numbers as on this day, for instance 2027-06-01.", valueName: "day"),
    transform: Self.day)
  var today: CalendarDay = CalendarDay(Date())

  func run() throws {
    let layer = try Refusal.reported { () throws(KnowledgeRefused) in
      try SafetyLayer.load(home.knowledgeFolder(), region: region)
    }
    let regions = layer.wording.contacts.regions.map(\.id)
    if let region, !regions.contains(region) {
      throw UsageFailure(
        message: "there is no region \"\(region)\"; expected one of \(regions.joined(separator: ", "))")
    }
    try StandardStream.output.write(SafetyPage(layer, today: today).markdown)
  }

  private static func day(_ written: String) throws -> CalendarDay {
    guard let day = CalendarDay(written) else { throw ValidationError("expected a day such as 2026-11-22") }
    return day
  }
}
