/// How much a figure would move if the lines had been others of their kind.
package enum Bootstrap {
  /// The middle 95 % of a figure over samples of the items, drawn with replacement, each as large as the whole; nil where there
  /// are no items.
  ///
  /// Source: B. Efron, R. Tibshirani, An Introduction to the Bootstrap, 1993, percentile interval. The same generator gives the
  /// same interval.
  package static func interval<Item>(
    of items: [Item], samples: Int = 1_000, using generator: inout some RandomNumberGenerator,
    figure: ([Item]) -> Double
  ) -> (lower: Double, upper: Double)? {
    guard !items.isEmpty, samples > 0 else { return nil }
    var figures: [Double] = []
    for _ in 0..<samples {
      figures.append(figure(items.map { _ in items[Int.random(in: items.indices, using: &generator)] }))
    }
    figures.sort()
    let place = { (share: Double) in figures[min(Int(share * Double(samples)), samples - 1)] }
    return (place(0.025), place(0.975))
  }
}
