/// A few numbers over time as small bars, with the numbers themselves for those who do not see them.
struct Sparkline: Sendable {
  /// What is shown.
  let title: String
  /// The numbers, in order.
  let values: [Int]

  private static let (step, height) = (10, 24)

  /// The picture.
  var html: HTML {
    let most = max(values.max() ?? 0, 1)
    let width = String(values.count * Self.step)
    let bars = values.enumerated().map { index, value -> HTML in
      let tall = value == 0 ? 1 : max(2, value * Self.height / most)
      return """
        <rect class="\(value == 0 ? "none" : "part")" x="\(String(index * Self.step))" y="\(String(Self.height - tall))" \
        width="\(String(Self.step - 2))" height="\(String(tall))"/>
        """
    }
    let words = "\(title): \(values.map(String.init).joined(separator: ", "))"
    return """
      <svg class="spark" viewBox="0 0 \(width) \(String(Self.height))" width="\(width)" height="\(String(Self.height))" role="img" \
      aria-label="\(words)">\(bars)</svg>
      """
  }
}
