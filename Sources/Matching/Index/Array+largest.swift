extension Array where Element == Float {
  /// Indexes of the largest numbers, largest first, of equal ones the first first; at most `count`, none that is not above
  /// `least`. O(numbers x count).
  func indexesOfLargest(_ count: Int, above least: Float = -.infinity) -> [Int] {
    var best: [Int] = []
    for index in indices where self[index] > least {
      if best.count == count, let last = best.last, self[index] <= self[last] { continue }
      best.insert(index, at: best.firstIndex { self[$0] < self[index] } ?? best.count)
      if best.count > count { best.removeLast() }
    }
    return best
  }
}
