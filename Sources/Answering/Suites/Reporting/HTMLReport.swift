package import Foundation

/// Writes a report as one HTML page that needs nothing else: no network, no file beside it, readable without scripts.
package enum HTMLReport {
  /// The page.
  package static func render(_ report: CheckReport, comparison: BaselineComparison? = nil) -> Data {
    let perturbed = report.perturbed?.suites ?? []
    let parts = [
      summary(report), table(report.suites, title: "Suites"),
      perturbed.isEmpty ? "" : table(perturbed, title: "Perturbed questions, seed \(report.perturbed?.seed ?? 0)"),
      comparison.map(changes) ?? "", confusions(report.confusions), coverage(report.coverage), filter,
      report.suites.flatMap { suite in suite.cases.map { details($0, suite: suite, mark: "") } }.joined(),
      perturbed.flatMap { suite in suite.cases.map { details($0, suite: suite, mark: " (perturbed)") } }.joined(),
    ]
    return Data(page(parts.joined(separator: "\n")).utf8)
  }

  private static func text(_ text: String) -> String { Markup.escaped(text.printable) }

  private static func page(_ body: String) -> String {
    """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <meta http-equiv="Content-Security-Policy" \
    content="default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'">
    <title>Canned questions</title>
    <style>\(HTMLAssets.style)</style>
    </head>
    <body>
    <main>
    \(body)
    </main>
    <script>\(HTMLAssets.script)</script>
    </body>
    </html>

    """
  }

  // MARK: Overview

  private static func summary(_ report: CheckReport) -> String {
    let verdict =
      report.holds ? "<strong class=\"good\">all floors held</strong>" : "<strong class=\"bad\">below floor</strong>"
    let errors = report.errors > 0 ? ", \(report.errors) not judged" : ""
    return """
      <h1>Canned questions</h1>
      <p>\(verdict): \(report.passed) passed, \(report.failed) failed\(errors).</p>
      <p class="faint">knowledge \(text(report.knowledge)), model \(text(report.model))</p>
      """
  }

  private static func table(_ suites: [SuiteResult], title: String) -> String {
    let rows = suites.flatMap { suite in
      suite.classes.map { verdict in
        row([
          text(suite.name), text(verdict.name), "\(verdict.cases)", "\(verdict.passed)", verdict.share.percent,
          verdict.floor.percent,
          verdict.holds ? "<span class=\"good\">held</span>" : "<span class=\"bad\">below floor</span>",
        ])
      }
    }
    let head = ["Suite", "Class", "Cases", "Passed", "Share", "Floor", "Verdict"]
    return section(title, head: head, rows: rows)
  }

  private static func confusions(_ confusions: [ConfusionCount]) -> String {
    if confusions.isEmpty { return "" }
    let rows = confusions.map { row([text($0.wanted), text($0.got), "\($0.count)"]) }
    return section("Confusions", head: ["Wanted", "Got", "Count"], rows: rows)
  }

  private static func coverage(_ coverage: Coverage) -> String {
    let rows = coverage.parts.map { part in
      row([
        text(part.name), "\(part.total - part.untouched.count) of \(part.total)",
        text(part.untouched.joined(separator: ", ")),
      ])
    }
    return section("Coverage", head: ["What", "Touched", "No case touches"], rows: rows)
  }

  private static func changes(_ comparison: BaselineComparison) -> String {
    let kinds = [
      ("newly failing", comparison.newlyFailing), ("newly passing", comparison.newlyPassing),
      ("another section", comparison.changedSection), ("margin moved", comparison.movedMargin),
    ]
    let names = [
      ("edited", comparison.edited), ("not in the baseline", comparison.added),
      ("only in the baseline", comparison.removed),
    ]
    let rows =
      kinds.flatMap { kind, changes in changes.map { row([kind, text($0.id), text($0.detail)]) } }
      + names.flatMap { kind, ids in ids.map { row([kind, text($0), ""]) } }
    let notes = comparison.notes.map { "<p>\(text($0))</p>" }.joined()
    return notes + section("Since the baseline", head: ["Change", "Case", "Detail"], rows: rows)
  }

  private static func section(_ title: String, head: [String], rows: [String]) -> String {
    let cells = head.map { "<th scope=\"col\">\($0)</th>" }.joined()
    return """
      <h2>\(text(title))</h2>
      <div class="wide"><table><thead><tr>\(cells)</tr></thead><tbody>
      \(rows.joined(separator: "\n"))
      </tbody></table></div>
      """
  }

  /// A row of cells whose contents are escaped already.
  private static func row(_ cells: [String]) -> String {
    "<tr>" + cells.map { "<td>\($0)</td>" }.joined() + "</tr>"
  }

  // MARK: Cases

  private static let filter = """
    <h2>Cases</h2>
    <form id="filter">
    <label>Text <input type="search" id="words" autocomplete="off"></label>
    <label>Verdict <select id="verdict"><option value="">all</option><option>failed</option><option>error</option>\
    <option>passed</option></select></label>
    <output id="count" for="words verdict" aria-live="polite"></output>
    </form>
    """

  private static func details(_ result: CaseResult, suite: SuiteResult, mark: String) -> String {
    let lines = result.isPassed ? passed(result) : FailureText.lines(of: result)
    let body = lines.map { "<span class=\"\(name($0.role))\">\(text($0.text))</span>" }.joined(separator: "\n")
    let badge = result.isPassed ? "good" : "bad"
    return """
      <details data-verdict="\(result.verdict.rawValue)"\(result.isPassed ? "" : " open")>
      <summary><span class="\(badge)">\(result.verdict.rawValue)</span> \(text(suite.name + " / " + result.id + mark)) \
      <span class="faint">\(text("\(suite.file):\(result.line)"))</span></summary>
      <pre>\(body)</pre>
      </details>

      """
  }

  private static func passed(_ result: CaseResult) -> [FailureText.Line] {
    [FailureText.Line(role: .aside, text: "why    \(result.why)")]
      + result.turns.flatMap { turn in
        [
          FailureText.Line(role: .plain, text: "asked  \(turn.question)"),
          FailureText.Line(role: .aside, text: "rule   \(turn.rule)"),
        ]
      }
  }

  private static func name(_ role: FailureText.Role) -> String {
    switch role {
    case .plain: "plain"
    case .wanted: "bad"
    case .got: "good"
    case .aside: "faint"
    }
  }
}
