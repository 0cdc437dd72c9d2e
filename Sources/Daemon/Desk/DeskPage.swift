import Answering
import Delivery
import Foundation
import Knowledge

/// The editor's desk, drawn by the server; it runs no script.
struct DeskPage: Sendable {
  /// What pages are made from.
  let content: PageContent
  /// What was asked.
  let asked: AskedTally.Snapshot
  /// How long answers and deliveries took.
  let times: (answers: Histogram, deliveries: Histogram)
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
  private static let rows = 50

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
      \(note)\(knowledge)\(chart)\(misses)\(use)\(dead)
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
    return """
      <section aria-labelledby="knowledge"><h2 id="knowledge">Knowledge</h2>
      <p>\(String(content.knowledge?.sections.count ?? 0)) sections, <code>\(content.knowledge?.digest ?? "none")</code></p>
      \(list)<form method="post" action="/desk/reload"><button class="choice">Load it anew</button></form></section>
      """
  }

  private var chart: HTML {
    let last = AskedTally.hour(of: now)
    let bars = (last - Self.hours + 1...last).map { hour in
      let count = asked.hours[hour] ?? AskedTally.Hour()
      let label = Date(timeIntervalSince1970: Double(hour) * 3600).formatted(
        .iso8601.month().day().time(includingFractionalSeconds: false))
      return BarChart.Bar(label: String(label.prefix(11)), whole: count.asked, part: min(count.asked, count.missed))
    }
    let total = bars.reduce(0) { $0 + $1.whole }
    let missed = bars.reduce(0) { $0 + $1.part }
    let title = "Questions an hour in the last two days, and those in vain"
    let hours = BarChart(title: title, words: "\(total) in all, \(missed) of them in vain", bars: bars)
    let answers = BarChart.times("Time to an answer", times.answers)
    return section("asked", "Asked", "\(hours.html)\(answers.html)")
  }

  private var misses: HTML {
    let rows = asked.misses.sorted { ($1.value.times, $0.key.reason) < ($0.value.times, $1.key.reason) }.prefix(
      Self.rows)
    guard !rows.isEmpty else { return section("vain", "Asked in vain", "<p>Nothing since the daemon started.</p>") }
    let items = rows.map { miss, count -> HTML in
      let near: HTML = miss.nearest.map { ", nearest <a href=\"\(TopicPages.path($0))\">\($0)</a>" } ?? ""
      let pieces = PasteLines.pieces(for: miss).map { "<p>Knowledge/\($0.file)</p><pre>\($0.text)</pre>" as HTML }
      return """
        <li><p><strong>\(String(count.times))</strong> <code>\(miss.reason)</code>\(near), last \(count.last.ISO8601Format())</p>
        <details><summary>Lines to paste</summary>\(pieces)</details></li>
        """
    }
    return section("vain", "Asked in vain", "<ol class=\"misses\">\(items)</ol>")
  }

  private var use: HTML {
    let known = content.knowledge?.sections.map(\.id) ?? []
    let rows = known.map { ($0, asked.sections[$0] ?? 0) }.sorted { ($1.1, $0.0) < ($0.1, $1.0) }
    let lines = rows.map {
      "<tr><th scope=\"row\"><a href=\"\(TopicPages.path($0.0))\">\($0.0)</a></th><td>\(String($0.1))</td></tr>" as HTML
    }
    return section(
      "use", "Sections and their use",
      "<table><thead><tr><th scope=\"col\">Section</th><th scope=\"col\">Answers</th></tr></thead><tbody>\(lines)</tbody></table>"
    )
  }

  private var dead: HTML {
    guard let letters, let census else { return section("letters", "Replies", "<p>No platform is configured.</p>") }
    let oldest = census.oldestPending.map { ", the oldest since \($0.ISO8601Format())" } ?? ""
    let head: HTML = """
      \(BarChart.times("Time from a question to its delivered reply", times.deliveries).html)
      <p>\(String(census.pending)) replies wait\(oldest). \(String(census.deadLetters)) could not be delivered.</p>
      """
    let items = letters.map { letter -> HTML in
      let id = String(letter.id.number)
      let again: HTML =
        letter.isWiped
        ? ""
        : "<form method=\"post\" action=\"/desk/replay\"><input type=\"hidden\" name=\"id\" value=\"\(id)\"><button class=\"choice\">Send reply \(id) again</button></form>"
      return """
        <li><p>\(id): \(letter.platform), \(letter.cause.rawValue), \(letter.reason), \(String(letter.attempts)) attempts, asked \(letter.askedAt.ISO8601Format())</p>
        \(again)</li>
        """
    }
    let list: HTML = items.isEmpty ? "" : "<ol class=\"misses\">\(items)</ol>"
    return section("letters", "Replies", "\(head)\(list)")
  }

  private func section(_ id: String, _ title: String, _ body: HTML) -> HTML {
    "<section aria-labelledby=\"\(id)\"><h2 id=\"\(id)\">\(title)</h2>\(body)</section>"
  }
}
