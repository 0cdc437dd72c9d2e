internal import Foundation

/// Numbers as tables give them.
package enum Figure {
  /// A share of 1 as per cent with one decimal: `91.4 %`.
  package static func share(_ value: Double) -> String { String(format: "%.1f %%", value * 100) }
  /// A number with so many decimals.
  package static func number(_ value: Double, _ decimals: Int = 3) -> String { String(format: "%.*f", decimals, value) }
}
