internal import Foundation

extension Double {
  /// The number with one decimal, as reading grades are written: `8.4`.
  package var tenths: String { String(format: "%.1f", self) }
}
