import Foundation
import Knowledge

extension DeskPage {
  /// The last report of the canned questions, with what failed.
  var checked: HTML {
    let body: HTML
    switch check.content {
    case .absent: body = "<p>No report yet.</p>\(Self.command(check.path))"
    case .unusable(let why): body = "<p class=\"trouble\">\(why)</p>\(Self.command(check.path))"
    case .report(let summary, let made): body = report(summary, made: made)
    }
    return section("check", "Canned questions", body)
  }

  private static func command(_ path: String) -> HTML {
    "<p>This leaves one here:</p>\(line(path))"
  }

  /// The command, for a shell.
  private static func line(_ path: String) -> HTML {
    "<pre>marrow check --json '\(path.replacing("'", with: "'\\''"))'</pre>"
  }

  private func report(_ summary: CheckSummary, made: Date) -> HTML {
    let verdict: HTML = summary.holds ? "All floors held." : "<strong>Below a floor.</strong>"
    let served = content.knowledge?.digest
    let other: HTML =
      summary.knowledge == served
      ? ""
      : """
      <p class="trouble">This report is of other knowledge than is served now (<code>\(served ?? "none")</code>). Check again:</p>
      \(Self.line(check.path))
      """
    return """
      <p>\(verdict) \(String(summary.passed)) passed, \(String(summary.failed)) failed, model \(summary.model); made
      <time datetime="\(made.ISO8601Format())">\(Self.moment(made))</time> of <code>\(summary.knowledge)</code></p>
      \(other)\(Self.table(summary.suites))\(Self.failures(summary))
      """
  }

  private static func table(_ suites: [CheckSummary.Suite]) -> HTML {
    let rows = suites.map { suite -> HTML in
      let verdict: HTML = suite.holds ? "held" : "<strong>below</strong>"
      return """
        <tr><th scope="row">\(suite.name)</th><td>\(String(suite.passed)) of \(String(suite.cases))</td><td>\(verdict)</td></tr>
        """
    }
    return """
      <table><thead><tr><th scope="col">Suite</th><th scope="col">Passed</th><th scope="col">Floors</th></tr></thead>
      <tbody>\(rows)</tbody></table>
      """
  }

  private static func failures(_ summary: CheckSummary) -> HTML {
    guard !summary.failures.isEmpty else { return "" }
    let items = summary.failures.map { failure -> HTML in
      """
      <li><details><summary>\(failure.title)</summary><pre class="log-lines">\(failure.lines.joined(separator: "\n"))</pre></details></li>
      """
    }
    let rest = summary.failed - summary.failures.count
    let more: HTML = rest > 0 ? "<p>And \(String(rest)) more; marrow check --html FILE shows all.</p>" : ""
    return "<h3>What failed</h3><ol class=\"misses\">\(items)</ol>\(more)"
  }
}
