/// Damerau-Levenshtein distance (optimal string alignment): insert, delete, replace, swap neighbours.
enum EditDistance {
  /// The distance of two words, or nil where it is more than `limit`. O(length x length).
  static func between(_ first: [UInt8], _ second: [UInt8], atMost limit: Int) -> Int? {
    if abs(first.count - second.count) > limit { return nil }
    var beforeLast = [Int](repeating: 0, count: second.count + 1)
    var last = Array(0...second.count)
    var row = last
    for i in first.indices {
      row[0] = i + 1
      var least = row[0]
      for j in second.indices {
        let cost = first[i] == second[j] ? 0 : 1
        row[j + 1] = min(last[j + 1] + 1, row[j] + 1, last[j] + cost)
        if i > 0, j > 0, first[i] == second[j - 1], first[i - 1] == second[j] {
          row[j + 1] = min(row[j + 1], beforeLast[j - 1] + 1)
        }
        least = min(least, row[j + 1])
      }
      if least > limit { return nil }
      (beforeLast, last, row) = (last, row, beforeLast)
    }
    return last[second.count] <= limit ? last[second.count] : nil
  }
}
