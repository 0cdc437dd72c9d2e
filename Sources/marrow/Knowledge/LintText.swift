import Foundation
import Knowledge

/// A lint report as people read it: findings one a line, then the figures.
struct LintText {
  private let report: LintReport
  private let all: Bool
  private let grades: Bool
  private let rules: [LintRule]

  /// Findings of one rule that are printed unless all are asked for.
  private static let shown = 10

  init(_ report: LintReport, all: Bool, grades: Bool, rules: [LintRule]) {
    self.report = report
    self.all = all
    self.grades = grades
    self.rules = rules.isEmpty ? LintRule.allCases : rules
  }

  /// The whole text.
  var text: String {
    let findings = rules.flatMap(lines(of:))
    return (findings + (findings.isEmpty ? [] : [""]) + (grades ? gradeTable : []) + summary).joined(separator: "\n")
  }

  private func lines(of rule: LintRule) -> [String] {
    let found = report.findings(of: rule)
    let shown = all ? found : Array(found.prefix(Self.shown))
    let rest = found.count - shown.count
    return shown.map(\.description) + (rest > 0 ? ["... and \(rest) more of \(rule.rawValue); --all prints them"] : [])
  }

  private var gradeTable: [String] {
    let rows = report.figures.sections.map { section in
      [section.id, section.grade.tenths, section.costliest.prefix(3).map(\.word).joined(separator: ", ")]
    }
    return [Columns.text([["section", "grade", "words that cost most"]] + rows), ""]
  }

  private var summary: [String] {
    let figures = report.figures
    let worst = figures.worst.map { ", worst \($0.grade.tenths) (\($0.id))" } ?? ""
    let limit = LintLimits.grade.tenths
    return [
      "Reading grade of sections: mean \(figures.meanGrade.tenths)\(worst); "
        + "\(figures.hard.count) of \(figures.sections.count) above \(limit).",
      "Looked at \(figures.sections.count) sections, \(figures.gaps) gaps, \(figures.questions) questions, "
        + "\(figures.facts) facts and \(figures.cases) canned cases.",
      "\(counted(report.findings(.error).count, "error")), \(counted(report.findings(.warning).count, "warning")).",
    ]
  }

  private func counted(_ count: Int, _ what: String) -> String { "\(count) \(what)\(count == 1 ? "" : "s")" }
}
