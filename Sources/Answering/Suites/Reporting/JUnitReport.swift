package import Foundation

/// Writes a report as JUnit XML, in the form that CI systems read: failures apart from errors.
package enum JUnitReport {
  /// The report of a run that came to its end.
  package static func render(_ report: CheckReport) -> Data {
    let plain = report.suites.map { suite($0, named: $0.name) }
    let perturbed = (report.perturbed?.suites ?? []).map { suite($0, named: "\($0.name) (\(Floors.perturbed))") }
    return document(plain + perturbed)
  }

  /// The report that stands in the file while cases run: every case an error. What is left of a run that dies is this
  /// one.
  package static func pending(_ suites: [Suite]) -> Data {
    document(
      suites.map { suite in
        let results = suite.cases.map {
          CaseRunner.unjudged($0, turns: [], error: "the run ended before this case did")
        }
        return self.suite(SuiteResult(of: suite, cases: results), named: suite.name)
      })
  }

  /// The report of a run that could not start.
  package static func broken(_ message: String) -> Data {
    let text = Markup.escaped(message)
    let element = """
        <testsuite name="marrow check" tests="1" failures="0" errors="1" skipped="0" time="0.000">
          <testcase classname="marrow check" name="start" time="0.000">
            <error message="\(Markup.escaped(message.oneLine(limit: 300)))" type="broken">\(text)</error>
          </testcase>
        </testsuite>

      """
    return document([Element(xml: element, cases: 1, failures: 0, errors: 1, seconds: 0)])
  }

  // MARK: Elements

  private struct Element {
    let xml: String
    let cases: Int
    let failures: Int
    let errors: Int
    let seconds: Double
  }

  private static func document(_ suites: [Element]) -> Data {
    let counts = """
      tests="\(suites.map(\.cases).reduce(0, +))" failures="\(suites.map(\.failures).reduce(0, +))" \
      errors="\(suites.map(\.errors).reduce(0, +))" time="\(seconds(suites.map(\.seconds).reduce(0, +)))"
      """
    let body = suites.map(\.xml).joined()
    return Data(
      """
      <?xml version="1.0" encoding="UTF-8"?>
      <testsuites name="marrow check" \(counts)>
      \(body)</testsuites>

      """.utf8)
  }

  private static func suite(_ suite: SuiteResult, named name: String) -> Element {
    let failures = suite.cases.count { $0.verdict == .failed }
    let errors = suite.cases.count { $0.verdict == .error }
    let time = suite.cases.map(\.seconds).reduce(0, +)
    let head = """
        <testsuite name="\(Markup.escaped(name))" tests="\(suite.cases.count)" failures="\(failures)" errors="\(errors)" \
      skipped="0" time="\(seconds(time))">

      """
    let cases = suite.cases.map { testcase($0, suite: name, file: suite.file) }.joined()
    return Element(
      xml: head + cases + "  </testsuite>\n", cases: suite.cases.count, failures: failures, errors: errors,
      seconds: time)
  }

  private static func testcase(_ result: CaseResult, suite: String, file: String) -> String {
    let head = """
          <testcase classname="\(Markup.escaped("\(suite).\(result.group)"))" name="\(Markup.escaped(result.id))" \
      file="\(Markup.escaped(file))" line="\(result.line)" time="\(seconds(result.seconds))"
      """
    switch result.verdict {
    case .passed: return head + "/>\n"
    case .failed: return head + ">\n" + problem("failure", result) + "    </testcase>\n"
    case .error: return head + ">\n" + problem("error", result) + "    </testcase>\n"
    }
  }

  private static func problem(_ element: String, _ result: CaseResult) -> String {
    let first = result.turns.lazy.flatMap(\.mismatches).first
    let message = result.error ?? first.map { "\($0.assertion): wanted \($0.wanted), got \($0.got)" } ?? ""
    let lines = FailureText.lines(of: result).map(\.text).joined(separator: "\n")
    return """
            <\(element) message="\(Markup.escaped(message.oneLine(limit: 300)))" \
      type="\(Markup.escaped(first?.assertion ?? "error"))">\(Markup.escaped(lines))</\(element)>

      """
  }

  private static func seconds(_ time: Double) -> String { String(format: "%.3f", time) }
}
