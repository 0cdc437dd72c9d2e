import Foundation

/// Dates stand in the store as whole milliseconds since 1970.
extension Date {
  init(milliseconds: Int64) { self.init(timeIntervalSince1970: Double(milliseconds) / 1000) }

  /// Rounded up, so that nothing becomes due early; dates no clock shows are held within the range of `Int64`.
  var milliseconds: Int64 {
    let exact = (timeIntervalSince1970 * 1000).rounded(.up)
    return Int64(max(-1e15, min(1e15, exact)))
  }
}
