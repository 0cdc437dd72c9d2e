import Delivery
import Foundation
import Knowledge

/// The editor's desk, drawn by the server; it runs no script.
struct DeskPage: Sendable {
  /// What pages are made from.
  let content: PageContent
  /// What was asked.
  let asked: AskedTally.Snapshot
  /// True where the words of what was asked in vain are kept.
  let isCollecting: Bool
  /// The last report of the canned questions, and where it is looked for.
  let check: (content: CheckReportFile.Content, path: String)
  /// How long answers and deliveries took.
  let times: (answers: Histogram, deliveries: Histogram)
  /// Replies that came to an end.
  let ended: HourTally
  /// What the store holds; nil where no platform is configured.
  let census: Census?
  /// Dead letters by number; nil where no platform is configured.
  let letters: [DeadLetter]?
  /// What ages in the knowledge, and why the last reload was refused.
  let warnings: [String]
  /// Something to say first, after an action.
  let message: String?
  /// When it is drawn.
  let now: Date

  private static let hours = 48

  /// The page of somebody who has not signed in.
  static func signIn(_ content: PageContent, isWrong: Bool) -> HTML {
    let wrong: HTML = isWrong ? "<p class=\"trouble\" role=\"alert\">This is not the token.</p>" : ""
    return frame(content, navigation: "").page(
      """
      <main id="main" class="wide topic" tabindex="-1">
      <h1>Editor's desk</h1>
      \(wrong)<form method="post" action="/desk/session" class="sign-in">
      <label for="token">Token</label>
      <input id="token" name="token" type="password" autocomplete="current-password" required>
      <button class="send">Sign in</button>
      </form>
      </main>
      """)
  }

  /// The desk.
  var html: HTML {
    let note: HTML = message.map { "<p class=\"notice\" role=\"status\">\($0)</p>" } ?? ""
    return Self.frame(
      content,
      navigation: "<form method=\"post\" action=\"/desk/leave\"><button class=\"quiet\">Sign out</button></form>"
    ).page(
      """
      <main id="main" class="wide desk" tabindex="-1">
      <h1>Editor's desk</h1>
      \(note)\(knowledge)\(chart)\(misses)\(checked)\(use)\(replies)
      </main>
      """)
  }

  private static func frame(_ content: PageContent, navigation: HTML) -> PageFrame {
    PageFrame(
      title: "Editor's desk - Marrow", navigation: "<a href=\"/topics\">Topics</a>\(navigation)",
      emergency: content.emergency)
  }

  private var knowledge: HTML {
    let lines = warnings.map { "<li>\($0)</li>" as HTML }
    let list: HTML = lines.isEmpty ? "<p>Nothing in it has aged.</p>" : "<ul class=\"points\">\(lines)</ul>"
    return section(
      "knowledge", "Knowledge",
      """
      <p>\(String(content.knowledge?.sections.count ?? 0)) sections, <code>\(content.knowledge?.digest ?? "none")</code></p>
      \(list)<form method="post" action="/desk/reload"><button class="choice">Load it anew</button></form>
      """)
  }

  private var chart: HTML {
    let questions = hourly(
      "Questions an hour in the last two days, and those in vain", asked.hours, part: "of them in vain")
    return section("asked", "Asked", "\(questions)\(BarChart.times("Time to an answer", times.answers).html)")
  }

  /// A bar an hour of the last two days.
  func hourly(_ title: String, _ tally: HourTally, part words: String) -> HTML {
    let last = HourTally.hour(of: now)
    let bars = (last - Self.hours + 1...last).map { hour in
      let count = tally.hours[hour] ?? HourTally.Hour()
      let label = Self.moment(Date(timeIntervalSince1970: Double(hour) * 3600))
      return BarChart.Bar(label: label, whole: count.whole, part: min(count.whole, count.part))
    }
    let whole = bars.reduce(0) { $0 + $1.whole }
    let part = bars.reduce(0) { $0 + $1.part }
    return BarChart(title: title, words: "\(whole) in all, \(part) \(words)", bars: bars).html
  }

  /// A moment to the minute: "2026-11-22 16:41 UTC".
  static func moment(_ date: Date) -> String {
    let text = date.formatted(
      .iso8601.year().month().day().dateTimeSeparator(.space).time(includingFractionalSeconds: false))
    return text.prefix(16) + " UTC"
  }

  /// A part of the page with its heading.
  func section(_ id: String, _ title: String, _ body: HTML) -> HTML {
    "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\(body)</section>"
  }
}
