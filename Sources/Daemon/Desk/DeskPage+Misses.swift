import Foundation

extension DeskPage {
  private static let rows = 50

  /// What was asked in vain, the most frequent first, with the lines to paste.
  var misses: HTML {
    let rows = asked.misses.sorted { ($1.value.times, $0.key.reason) < ($0.value.times, $1.key.reason) }
    let words: HTML =
      isCollecting
      ? "<p>Words are redacted, tied to nobody, and kept in memory for a while.</p>"
      : "<p>Counts only. The words of questions are not kept unless <code>web.collect_questions</code> says so.</p>"
    guard !rows.isEmpty else {
      return section("vain", "Asked in vain", "<p>Nothing since the daemon started.</p>\(words)")
    }
    let items = rows.prefix(Self.rows).map { item($0.key, $0.value) }
    return section("vain", "Asked in vain", "\(words)<ol class=\"misses\">\(items)</ol>")
  }

  private func item(_ miss: AskedTally.Miss, _ count: AskedTally.Count) -> HTML {
    let near: HTML = miss.nearest.map { ", nearest <a href=\"\(TopicPages.path($0))\">\($0)</a>" } ?? ""
    let texts = count.texts.reversed().map { "<li>\($0.words)</li>" as HTML }
    let asked: HTML = texts.isEmpty ? "" : "<ul class=\"points\">\(texts)</ul>"
    let pieces = content.knowledge.map { PasteLines($0).pieces(for: miss, asked: count) } ?? []
    return """
      <li><p><strong>\(String(count.times))</strong> <code>\(miss.reason)</code>\(near), last \(Self.moment(count.last))</p>
      \(week(count).html)\(asked)<details><summary>Lines to paste</summary>\(Self.lines(pieces))</details></li>
      """
  }

  private static func lines(_ pieces: [PasteLines.Piece]) -> [HTML] {
    pieces.enumerated().map { index, piece in
      let isNew = index == 0 || pieces[index - 1].about != piece.about
      let about: HTML = isNew ? "<h3>\(piece.about)</h3>" : ""
      return "\(about)<p><code>Knowledge/\(piece.file)</code>\(piece.place)</p><pre>\(piece.text)</pre>"
    }
  }

  private func week(_ count: AskedTally.Count) -> Sparkline {
    let today = AskedTally.day(of: now)
    return Sparkline(
      title: "Each day of the last week, today last",
      values: (today - AskedTally.dayLimit + 1...today).map { count.days[$0] ?? 0 })
  }
}
