import ArgumentParser
import Foundation

/// What to check and what to write about it.
struct CheckOptions: ParsableArguments {
  @Argument(help: "Suites by name, or paths of suite files. Default: every suite in Knowledge/suites.")
  var suites: [String] = []

  @Option(help: "Only cases with TEXT in their id, class or question.")
  var filter: String?

  @Flag(help: "Lists suites and cases and runs nothing.")
  var list = false

  @Option(help: ArgumentHelp("Also asks every question with typing errors and the like.", valueName: "seed"))
  var perturb: UInt64?

  @Option(
    help: ArgumentHelp("Compares with an earlier --json file; regressions fail the check.", valueName: "baseline"),
    completion: .file())
  var against: String?

  @Flag(
    help: "Goes through what failed and writes what you accept into the suite files. Needs a terminal, never in CI.")
  var approve = false

  @Option(help: ArgumentHelp("Writes JUnit XML.", valueName: "file"), completion: .file())
  var junit: String?

  @Option(help: ArgumentHelp("Writes JSON, the form of baselines.", valueName: "file"), completion: .file())
  var json: String?

  @Option(help: ArgumentHelp("Writes one HTML page.", valueName: "file"), completion: .file())
  var html: String?

  /// True where the run leaves out cases on purpose.
  var isPartial: Bool { !suites.isEmpty || filter != nil }
}
