extension Array where Element: Comparable {
  /// Where a value stands in an array in rising order; nil where it does not. O(log count).
  func sortedIndex(of value: Element) -> Int? {
    var low = 0
    var high = count
    while low < high {
      let middle = (low + high) / 2
      if self[middle] < value { low = middle + 1 } else { high = middle }
    }
    return low < count && self[low] == value ? low : nil
  }
}
