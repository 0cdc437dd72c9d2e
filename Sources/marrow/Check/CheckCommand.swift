import Answering
import ArgumentParser
import Foundation
import Knowledge
import Matching

/// Runs canned questions and compares the replies with what the suites expect.
struct CheckCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "check",
    abstract: "Checks the answers to canned questions.",
    discussion: """
      Asks every question of the suites in Knowledge/suites and compares the replies with what the suites expect. One run \
      decides: the same knowledge gives the same answers every time.

      The check fails where fewer cases of a class pass than the suite's floor says; a suite without floors must pass whole.

      Exit codes: 0 all floors held; 1 a floor or a regression failed; 2 wrong usage, or a suite or knowledge file that is \
      broken or cannot be read; 3 nothing to check.

      Examples:
        marrow check
        marrow check all-facts safety-traps
        marrow check ./my-suite.yaml --filter fever
        marrow check --json baseline.json
        marrow check --against baseline.json --junit report.xml --html report.html
        marrow check --perturb 7
        marrow check all-facts --approve
        marrow check --list
      """)

  @OptionGroup var home: Home
  @OptionGroup var options: CheckOptions

  func run() throws {
    let end: CheckExit
    do throws(CheckStopped) {
      end = try check()
    } catch {
      FileHandle.standardError.write(Data("marrow check: \(error.message)\n".utf8))
      if error.exit == .unusable { try? files.writeBroken(error.message) }
      end = error.exit
    }
    if end != .held { throw end.code }
  }

  private var files: CheckFiles { CheckFiles(options) }

  private func check() throws(CheckStopped) -> CheckExit {
    if options.approve { try ApprovalDialogue.refuseUnattended() }
    let progress = ProgressLine()
    let responder = try self.responder()
    let suites = try self.suites(responder.knowledge)
    if options.list {
      print(SuiteListing.render(suites), terminator: "")
      return .held
    }
    let baseline = try options.against.map(files.baseline)
    try files.writePending(suites)
    let report = self.report(suites, responder: responder, progress: progress)
    progress.clear()
    let comparison = baseline.map { BaselineComparison(of: report, with: $0, isPartial: options.isPartial) }
    try files.write(report, comparison: comparison)
    printReport(report, comparison: comparison)
    if options.approve { try ApprovalDialogue(responder.knowledge, style: style).run(suites, report: report) }
    return report.holds && comparison?.hasRegressions != true ? .held : .failed
  }

  // MARK: Loading

  private func responder() throws(CheckStopped) -> Responder {
    do {
      return try home.responder()
    } catch {
      throw CheckStopped(message: "the knowledge cannot be used\n\(error)", exit: .unusable)
    }
  }

  private func suites(_ knowledge: Knowledge) throws(CheckStopped) -> [Suite] {
    let chosen: [Suite]
    do {
      chosen = try SuiteFolder(home.knowledgeFolder(), knowledge: knowledge).select(options.suites)
    } catch let error as SuiteFolder.NoSuchSuite {
      throw CheckStopped(message: "\(error)", exit: .nothing)
    } catch {
      throw CheckStopped(message: "a suite cannot be used\n\(error)", exit: .unusable)
    }
    if let empty = chosen.first(where: \.cases.isEmpty) {
      throw CheckStopped(message: "nothing to check: \(empty.file) has no cases", exit: .nothing)
    }
    let filtered = chosen.compactMap { $0.cases(mentioning: options.filter) }
    if filtered.isEmpty {
      let what =
        options.filter.map { "no case mentions \"\($0.printable)\"" } ?? "there are no suites in Knowledge/suites"
      throw CheckStopped(message: "nothing to check: \(what)", exit: .nothing)
    }
    return filtered
  }

  // MARK: Running

  private func report(_ suites: [Suite], responder: Responder, progress: ProgressLine) -> CheckReport {
    let runner = SuiteRunner(responder)
    let results = runner.run(suites) { progress.show("\($0) of \($1) cases") }
    let perturbed = options.perturb.map { seed in
      let variants = runner.run(suites, perturbation: Perturbation(seed: seed)) {
        progress.show("\($0) of \($1) perturbed cases")
      }
      return CheckReport.PerturbedRun(seed: seed, suites: variants)
    }
    return CheckReport(
      suites: results, perturbed: perturbed,
      coverage: Coverage(of: suites, results: results, knowledge: responder.knowledge),
      knowledge: responder.knowledge.digest, model: responder.modelName)
  }

  private var style: TerminalStyle {
    TerminalStyle(isTerminal: isatty(STDOUT_FILENO) == 1, environment: ProcessInfo.processInfo.environment)
  }

  private func printReport(_ report: CheckReport, comparison: BaselineComparison?) {
    if let comparison { print(ComparisonText.render(comparison, style: style)) }
    print(TextReport(report, style: style, isPartial: options.isPartial).render(), terminator: "")
  }
}

extension Suite {
  /// The suite with the cases that mention a text; nil where there are none. Without a text it stays as it is.
  fileprivate func cases(mentioning text: String?) -> Suite? {
    guard let text else { return self }
    var filtered = self
    filtered.cases = cases.filter { $0.mentions(text) }
    return filtered.cases.isEmpty ? nil : filtered
  }
}
