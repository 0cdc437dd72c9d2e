/// Writes a report for a terminal.
package struct TextReport {
  private let report: CheckReport
  private let style: TerminalStyle
  private let isPartial: Bool

  /// Confusions that are listed.
  private static let confusionsShown = 20

  /// - Parameter isPartial: true where the run left out cases on purpose; then what they do not touch is only counted.
  package init(_ report: CheckReport, style: TerminalStyle, isPartial: Bool) {
    self.report = report
    self.style = style
    self.isPartial = isPartial
  }

  /// The whole report; its last line is `N passed, N failed`.
  package func render() -> String {
    let perturbed = report.perturbed?.suites ?? []
    let blocks = [
      table(), failures(report.suites, variant: nil), failures(perturbed, variant: Floors.perturbed), confusions(),
      coverage(), closing(),
    ]
    return blocks.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
  }

  // MARK: Table

  private func table() -> [String] {
    var table = TextTable(header: ["suite", "cases", "passed", "share", "floor", "verdict"])
    var verdicts: [Bool?] = [nil]
    for suite in report.suites {
      add(suite, to: &table, verdicts: &verdicts)
      if let variant = report.perturbed?.suites.first(where: { $0.name == suite.name }) {
        for verdict in variant.classes { add(verdict, to: &table, verdicts: &verdicts) }
      }
    }
    return zip(table.lines(), verdicts).map { line, holds in
      guard let holds else { return style.strong(line) }
      return holds ? line : style.bad(line)
    }
  }

  private func add(_ suite: SuiteResult, to table: inout TextTable, verdicts: inout [Bool?]) {
    let isPlain = suite.classes.count == 1 && suite.classes.first?.name == CannedCase.defaultGroup
    let floor = isPlain ? suite.classes.first?.floor.percent ?? "" : ""
    table.add([
      suite.name.printable, "\(suite.cases.count)", "\(suite.passed)", suite.share.percent, floor, word(suite.holds),
    ])
    verdicts.append(suite.holds)
    if isPlain { return }
    for verdict in suite.classes { add(verdict, to: &table, verdicts: &verdicts) }
  }

  private func add(_ verdict: ClassVerdict, to table: inout TextTable, verdicts: inout [Bool?]) {
    table.add([
      "  \(verdict.name.printable)", "\(verdict.cases)", "\(verdict.passed)", verdict.share.percent,
      verdict.floor.percent,
      word(verdict.holds),
    ])
    verdicts.append(verdict.holds)
  }

  private func word(_ holds: Bool) -> String { holds ? "held" : "BELOW FLOOR" }

  // MARK: Details

  private func failures(_ suites: [SuiteResult], variant: String?) -> [String] {
    suites.flatMap { suite in
      suite.notPassed.flatMap { result in
        let mark = variant.map { " (\($0))" } ?? ""
        let title = "\(suite.name) / \(result.id)\(mark)  \(suite.file):\(result.line)"
        let verdict = result.verdict == .error ? "ERROR" : "FAILED"
        return [style.strong("\(verdict) \(title.printable)")]
          + FailureText.lines(of: result).map { "  " + style.line($0) } + [""]
      }
    }.dropLast()
  }

  private func confusions() -> [String] {
    if report.confusions.isEmpty { return [] }
    let shown = report.confusions.prefix(Self.confusionsShown)
    let lines = shown.map { "  \($0.count) x  \($0.wanted.printable) -> \($0.got.printable)" }
    let rest = report.confusions.count - shown.count
    return [style.strong("confusions (wanted -> got)")] + lines
      + (rest > 0 ? ["  and \(rest) more in --json or --html"] : [])
  }

  private func coverage() -> [String] {
    var lines = [style.strong("coverage")]
    for part in report.coverage.parts {
      lines.append("  \(part.total - part.untouched.count) of \(part.total) \(part.name)")
      if !isPartial, !part.untouched.isEmpty {
        lines.append("    no case touches: " + part.untouched.joined(separator: ", ").printable)
      }
    }
    return lines
  }

  // MARK: Closing

  private func closing() -> [String] {
    var lines: [String] = []
    let below = (report.suites + (report.perturbed?.suites ?? [])).flatMap { suite in
      suite.classes.filter { !$0.holds }.map { "\(suite.name)/\($0.name)" }
    }
    lines.append(
      below.isEmpty ? style.good("all floors held") : style.bad("below floor: \(below.joined(separator: ", "))"))
    if let perturbed = report.perturbed {
      let cases = perturbed.suites.flatMap(\.cases)
      let passed = cases.count(where: \.isPassed)
      lines.append("perturbed (seed \(perturbed.seed)): \(passed) passed, \(cases.count - passed) failed")
    }
    if report.errors > 0 { lines.append("\(report.errors) could not be judged and count as failed") }
    return lines + ["\(report.passed) passed, \(report.failed + report.errors) failed"]
  }
}
