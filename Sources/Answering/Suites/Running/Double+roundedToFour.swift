internal import Foundation

extension Double {
  /// Rounded to four decimals, the precision in which scores are compared and printed.
  package var roundedToFour: Double { (self * 10_000).rounded() / 10_000 }

  /// Four decimals, for instance `0.9700`.
  package var fourDecimals: String { String(format: "%.4f", self) }

  /// A share as a percentage with two decimals, for instance `98.33%`.
  package var percent: String { String(format: "%.2f%%", self * 100) }
}
