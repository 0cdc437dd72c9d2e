import Answering
import Foundation
import Testing

#if canImport(FoundationXML)
  import FoundationXML
#endif

@Suite struct ReportTests {
  private let nasty = "<b>\"&' ]]> \u{0}\u{1B}[31m \u{202E}\u{FFFE} </script><!-- \n\t"

  private func report() throws -> CheckReport {
    let mismatch = ["assertion": "contains", "wanted": nasty, "got": nasty]
    let failed = try Sample.result(nasty, passes: false, turns: [Sample.turn(nasty, mismatches: [mismatch])])
    let broken = try Sample.result("broken", error: nasty)
    let cases = [try Sample.result("good"), failed, broken]
    let perturbed = SuiteResult(of: try Sample.suite(), cases: [try Sample.result("good")], isPerturbed: true)
    return try Sample.report(
      [SuiteResult(of: try Sample.suite(), cases: cases)], perturbed: .init(seed: 1, suites: [perturbed]))
  }

  // MARK: JUnit

  private func parsed(_ data: Data) throws -> ElementCounter {
    let counter = ElementCounter()
    let parser = XMLParser(data: data)
    parser.delegate = counter
    let isWellFormed = parser.parse()
    #expect(isWellFormed, "\(String(describing: parser.parserError))")
    return counter
  }

  @Test func junitIsWellFormedAndKeepsFailuresApartFromErrors() throws {
    let counter = try parsed(JUnitReport.render(try report()))
    #expect(counter.counts["testcase"] == 4)
    #expect(counter.counts["failure"] == 1)
    #expect(counter.counts["error"] == 1)
    #expect(counter.root["tests"] == "4")
    #expect(counter.root["failures"] == "1")
    #expect(counter.root["errors"] == "1")
    #expect(counter.texts["failure"]?.contains("- contains: <b>\"&'") == true)
  }

  @Test func junitOfARunThatDiesHasEveryCaseAsAnError() throws {
    let suite = try Sample.suite(cases: "[{id: a, why: w, question: q, expect: {kind: answer}}]")
    let counter = try parsed(JUnitReport.pending([suite]))
    #expect(counter.counts["error"] == 1)
    #expect(counter.root["errors"] == "1")
  }

  @Test func junitOfARunThatCannotStartSaysWhy() throws {
    let counter = try parsed(JUnitReport.broken("suites/a.yaml:3: <key>: wrong"))
    #expect(counter.texts["error"] == "suites/a.yaml:3: <key>: wrong")
  }

  // MARK: HTML

  @Test func htmlEscapesEverythingAndNeedsNothingElse() throws {
    let html = String(decoding: HTMLReport.render(try report()), as: UTF8.self)
    #expect(html.contains("&lt;b&gt;&quot;&amp;&#39;"))
    #expect(!html.contains("<b>"))
    #expect(!html.contains("\u{1B}") && !html.contains("\u{0}") && !html.contains("\u{202E}"))
    #expect(html.components(separatedBy: "</script>").count == 2)
    #expect(!html.contains("http:") && !html.contains("https:") && !html.contains("src="))
    #expect(html.contains("prefers-color-scheme:dark"))
    #expect(html.components(separatedBy: "<details ").count == 5)
  }

  @Test func htmlShowsWhatChangedSinceABaseline() throws {
    let now = try Sample.report([try Sample.result("a<", passes: false)])
    let comparison = BaselineComparison(of: now, with: try Sample.report([try Sample.result("a<")]), isPartial: false)
    let html = String(decoding: HTMLReport.render(now, comparison: comparison), as: UTF8.self)
    #expect(html.contains("<td>newly failing</td><td>a&lt;</td>"))
  }

  // MARK: Terminal

  @Test func theLastLineCountsWhatPassedAndFailed() throws {
    let text = TextReport(try report(), style: TerminalStyle(isColoured: false), isPartial: false).render()
    #expect(text.hasSuffix("1 could not be judged and count as failed\n1 passed, 2 failed\n"))
    #expect(text.contains("below floor: sample/default"))
    #expect(text.contains("suite        cases  passed    share    floor  verdict"))
    #expect(!text.contains("\u{1B}") && !text.contains("\u{202E}"))
  }

  @Test func coloursOnlyOnATerminalThatWantsThem() throws {
    let report = try report()
    func isColoured(_ isTerminal: Bool, _ environment: [String: String]) -> Bool {
      TextReport(report, style: TerminalStyle(isTerminal: isTerminal, environment: environment), isPartial: false)
        .render().contains("\u{1B}[")
    }
    #expect(isColoured(true, [:]))
    #expect(isColoured(true, ["NO_COLOR": ""]))
    #expect(!isColoured(true, ["NO_COLOR": "1"]))
    #expect(!isColoured(true, ["TERM": "dumb"]))
    #expect(!isColoured(false, [:]))
  }
}

/// Counts elements and collects the text in them.
private final class ElementCounter: NSObject, XMLParserDelegate {
  var counts: [String: Int] = [:]
  var texts: [String: String] = [:]
  var root: [String: String] = [:]
  private var open: [String] = []

  func parser(
    _ parser: XMLParser, didStartElement name: String, namespaceURI: String?, qualifiedName: String?,
    attributes: [String: String]
  ) {
    if open.isEmpty { root = attributes }
    open.append(name)
    counts[name, default: 0] += 1
  }

  func parser(_ parser: XMLParser, foundCharacters text: String) {
    if let last = open.last { texts[last, default: ""] += text }
  }

  func parser(_ parser: XMLParser, didEndElement name: String, namespaceURI: String?, qualifiedName: String?) {
    open.removeLast()
  }
}
