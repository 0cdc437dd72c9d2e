/// Bars as SVG. What they come to stands in words above them, for everybody. Colours come from the page's style.
struct BarChart: Sendable {
  /// One bar: its whole height and the part of it that stands out.
  struct Bar: Sendable {
    let label: String
    let whole: Int
    var part = 0
  }

  /// What is shown.
  let title: String
  /// What the bars come to, after the title.
  let words: String
  /// The bars, in order.
  let bars: [Bar]

  private static let (width, height) = (720, 120)

  /// The chart.
  var html: HTML {
    let most = max(bars.map(\.whole).max() ?? 0, 1)
    let step = Self.width / max(bars.count, 1)
    let drawn = bars.enumerated().map { index, bar -> HTML in
      "\(rect(bar.whole, of: most, at: index * step, step, "whole"))\(rect(bar.part, of: most, at: index * step, step, "part"))"
    }
    return """
      <figure class="chart"><figcaption>\(title): \(words)</figcaption>
      <svg viewBox="0 0 \(String(Self.width)) \(String(Self.height))" aria-hidden="true">\(drawn)</svg>
      <p class="axis" aria-hidden="true"><span>\(bars.first?.label ?? "")</span><span>highest bar: \(String(most))</span>\
      <span>\(bars.last?.label ?? "")</span></p></figure>
      """
  }

  /// How long things took, one bar a bound.
  static func times(_ title: String, _ histogram: Histogram) -> BarChart {
    let counts = histogram.counts
    let bars = counts.byBound.map { bound, count in
      Bar(label: "\(MetricText.number(bound)) s", whole: count)
    }
    let total = counts.byBound.reduce(counts.above) { $0 + $1.count }
    // Half of them took no longer than this.
    var (seen, half) = (0, bars.last?.label ?? "")
    for (bar, count) in zip(bars, counts.byBound.map(\.count)) where seen * 2 < total {
      seen += count
      half = bar.label
    }
    let words = total == 0 ? "none yet" : "\(total) in all, half of them within \(half)"
    return BarChart(title: title, words: words, bars: bars + [Bar(label: "more", whole: counts.above)])
  }

  private func rect(_ value: Int, of most: Int, at x: Int, _ step: Int, _ name: String) -> HTML {
    guard value > 0 else { return "" }
    let tall = max(1, value * (Self.height - 6) / most)
    return
      "<rect class=\"\(name)\" x=\"\(String(x))\" y=\"\(String(Self.height - tall))\" width=\"\(String(max(1, step - 1)))\" height=\"\(String(tall))\"/>"
  }
}
