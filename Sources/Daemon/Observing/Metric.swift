/// Something that is measured, as text for Prometheus.
package protocol Metric: Sendable {
  /// Its name.
  var name: String { get }
  /// Appends its lines. O(label combinations).
  func write(to text: inout String)
}
