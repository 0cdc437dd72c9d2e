/// Bars over time as SVG, with a title and a text for those who do not see them. Colours come from the page's style.
struct BarChart: Sendable {
  /// One bar: its whole height and the part of it that stands out.
  struct Bar: Sendable {
    let label: String
    let whole: Int
    let part: Int
  }

  /// What is shown.
  let title: String
  /// The bars, oldest first.
  let bars: [Bar]

  private static let (width, height, foot) = (720, 120, 18)

  /// The chart.
  var html: HTML {
    let most = max(bars.map(\.whole).max() ?? 0, 1)
    let step = Self.width / max(bars.count, 1)
    let drawn = bars.enumerated().map { index, bar -> HTML in
      "\(rect(bar.whole, of: most, at: index * step, step, "whole"))\(rect(bar.part, of: most, at: index * step, step, "part"))"
    }
    let total = bars.reduce(0) { $0 + $1.whole }, missed = bars.reduce(0) { $0 + $1.part }
    return """
      <figure class="chart"><figcaption>\(title)</figcaption>
      <svg viewBox="0 0 \(String(Self.width)) \(String(Self.height + Self.foot))" role="img" aria-label="\(title): \(String(total)) in all, \(String(missed)) of them in vain">
      \(drawn)<text x="0" y="\(String(Self.height + 14))">\(bars.first?.label ?? "")</text>
      <text x="\(String(Self.width))" y="\(String(Self.height + 14))" text-anchor="end">\(bars.last?.label ?? "")</text>
      <text x="\(String(Self.width))" y="12" text-anchor="end">most: \(String(most))</text></svg></figure>
      """
  }

  private func rect(_ value: Int, of most: Int, at x: Int, _ step: Int, _ name: String) -> HTML {
    guard value > 0 else { return "" }
    let tall = max(1, value * (Self.height - 18) / most)
    return
      "<rect class=\"\(name)\" x=\"\(String(x))\" y=\"\(String(Self.height - tall))\" width=\"\(String(max(1, step - 1)))\" height=\"\(String(tall))\"/>"
  }
}
