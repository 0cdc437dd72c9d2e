/// A number that goes up and down, read when somebody looks.
package final class Gauge: Metric {
  package let name: String
  private let help: String
  private let read: @Sendable () -> Double

  /// A gauge of what `read` gives.
  package init(_ name: String, _ help: String, read: @escaping @Sendable () -> Double) {
    self.name = name
    self.help = help
    self.read = read
  }

  package func write(to text: inout String) {
    MetricText.head(name, help, type: "gauge", to: &text)
    MetricText.line(name, [], read(), to: &text)
  }
}
