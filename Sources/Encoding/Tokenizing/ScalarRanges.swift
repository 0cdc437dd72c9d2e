/// A set of Unicode scalars, as sorted ranges.
struct ScalarRanges: Sendable {
  private let ranges: [ClosedRange<UInt32>]

  /// Ranges that are sorted and do not overlap.
  init(_ ranges: [ClosedRange<UInt32>]) {
    self.ranges = ranges
  }

  /// `0-8 ad 300-36f`, hexadecimal.
  init(table: String) {
    ranges = table.split(separator: " ").compactMap { entry in
      let ends = entry.split(separator: "-").compactMap { UInt32($0, radix: 16) }
      guard let first = ends.first, let last = ends.last, first <= last else { return nil }
      return first...last
    }
  }

  /// - Complexity: O(log n) in the number of ranges.
  func contains(_ scalar: UInt32) -> Bool {
    var (low, high) = (0, ranges.count)
    while low < high {
      let middle = (low + high) / 2
      if ranges[middle].upperBound < scalar { low = middle + 1 } else { high = middle }
    }
    return low < ranges.count && ranges[low].contains(scalar)
  }
}
