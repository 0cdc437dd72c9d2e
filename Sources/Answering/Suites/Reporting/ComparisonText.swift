/// Writes what changed since a baseline for a terminal.
package enum ComparisonText {
  /// Cases listed for each kind of change; regressions are always listed in full.
  private static let shown = 30

  /// The changes, one a line, under headings with their number.
  package static func render(_ comparison: BaselineComparison, style: TerminalStyle) -> String {
    var lines = [style.strong("since the baseline")]
    lines += comparison.notes.map { "  note: \($0)" }
    lines += changes("newly failing", comparison.newlyFailing, limit: .max, paint: style.bad)
    lines += changes("newly passing", comparison.newlyPassing, limit: shown, paint: style.good)
    lines += changes("another section", comparison.changedSection, limit: shown) { $0 }
    lines += changes("margin moved", comparison.movedMargin, limit: shown) { $0 }
    lines += names("asking something else than in the baseline, not compared", comparison.edited)
    lines += names("not in the baseline", comparison.added)
    lines += names("only in the baseline", comparison.removed)
    lines.append(
      comparison.hasRegressions
        ? style.bad("  \(comparison.newlyFailing.count) regressions") : style.good("  no regression"))
    return lines.joined(separator: "\n") + "\n"
  }

  private static func changes(
    _ title: String, _ changes: [BaselineComparison.Change], limit: Int, paint: (String) -> String
  ) -> [String] {
    if changes.isEmpty { return [] }
    let rest = changes.count - min(limit, changes.count)
    return ["  \(title): \(changes.count)"]
      + changes.prefix(limit).map { paint("    \($0.id.printable)  \($0.detail.printable)") }
      + (rest > 0 ? ["    and \(rest) more"] : [])
  }

  private static func names(_ title: String, _ ids: [String]) -> [String] {
    if ids.isEmpty { return [] }
    let rest = ids.count - min(shown, ids.count)
    let listed = ids.prefix(shown).joined(separator: ", ").printable
    return ["  \(title): \(ids.count)", "    \(listed)" + (rest > 0 ? " and \(rest) more" : "")]
  }
}
