import NIOConcurrencyHelpers

/// Durations in seconds, counted by how long they are, one set of counts for each combination of labels.
package final class Histogram: Metric {
  /// Upper bounds in seconds.
  static let bounds: [Double] = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10]

  private struct Counts {
    var buckets = [Int](repeating: 0, count: Histogram.bounds.count)
    var count = 0
    var sum = 0.0
  }

  package let name: String
  private let help: String
  private let labels: [String]
  private let values = NIOLockedValueBox<[[String]: Counts]>([:])

  /// A histogram with the names of its labels.
  package init(_ name: String, _ help: String, labels: [String] = []) {
    self.name = name
    self.help = help
    self.labels = labels
  }

  /// Counts a duration.
  package func observe(_ seconds: Double, _ labels: [String] = []) {
    let bucket = Self.bounds.firstIndex { seconds <= $0 }
    values.withLockedValue { values in
      if let bucket { values[labels, default: Counts()].buckets[bucket] += 1 }
      values[labels, default: Counts()].count += 1
      values[labels, default: Counts()].sum += seconds
    }
  }

  /// How many durations there were, of all labels together: up to each bound in seconds, and above the last.
  package var counts: (byBound: [(seconds: Double, count: Int)], above: Int) {
    let all = Array(values.withLockedValue { $0 }.values)
    let sums = Self.bounds.indices.map { index in all.reduce(0) { $0 + $1.buckets[index] } }
    let total = all.reduce(0) { $0 + $1.count }
    return (zip(Self.bounds, sums).map { (seconds: $0, count: $1) }, total - sums.reduce(0, +))
  }

  package func write(to text: inout String) {
    MetricText.head(name, help, type: "histogram", to: &text)
    for (values, counts) in values.withLockedValue({ $0 }).sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      write(counts, Array(zip(labels, values)), to: &text)
    }
  }

  private func write(_ counts: Counts, _ labels: [(String, String)], to text: inout String) {
    var total = 0
    for (bound, count) in zip(Self.bounds, counts.buckets) {
      total += count
      MetricText.line("\(name)_bucket", labels + [("le", MetricText.number(bound))], Double(total), to: &text)
    }
    MetricText.line("\(name)_bucket", labels + [("le", "+Inf")], Double(counts.count), to: &text)
    MetricText.line("\(name)_sum", labels, counts.sum, to: &text)
    MetricText.line("\(name)_count", labels, Double(counts.count), to: &text)
  }
}
