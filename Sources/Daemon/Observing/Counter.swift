import NIOConcurrencyHelpers

/// A number that only grows, one for each combination of labels. Labels come from fixed sets, never from a request.
package final class Counter: Metric {
  package let name: String
  private let help: String
  private let labels: [String]
  private let values = NIOLockedValueBox<[[String]: Double]>([:])

  /// A counter with the names of its labels; one without labels is shown from the start.
  package init(_ name: String, _ help: String, labels: [String] = []) {
    self.name = name
    self.help = help
    self.labels = labels
    if labels.isEmpty { values.withLockedValue { $0[[]] = 0 } }
  }

  /// Adds to the counter of these label values, given in the order of their names.
  package func increment(_ labels: [String] = [], by amount: Double = 1) {
    values.withLockedValue { $0[labels, default: 0] += amount }
  }

  /// The value now; 0 where it never grew.
  package func value(_ labels: [String] = []) -> Double { values.withLockedValue { $0[labels] ?? 0 } }

  package func write(to text: inout String) {
    MetricText.head(name, help, type: "counter", to: &text)
    for (values, value) in values.withLockedValue({ $0 }).sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
      MetricText.line(name, Array(zip(labels, values)), value, to: &text)
    }
  }
}
