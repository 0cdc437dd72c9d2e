/// What is right in scope against what is declined out of scope, at every threshold: a reply is given from the threshold on.
package struct OperatingCurve: Sendable {
  /// Both shares at one threshold.
  package struct Point: Sendable, Equatable, Codable {
    /// Replies with this score and above are given.
    package let threshold: Double
    /// Share of the messages in scope that are answered, and rightly.
    package let accuracy: Double
    /// Share of the messages out of scope that are not answered.
    package let recall: Double
  }

  private let inside: [ScoredReply]
  private let outside: [Double]
  /// Every threshold that changes something, in rising order.
  private let thresholds: [Double]

  /// The curve of the replies to messages in scope, and of the scores that messages out of scope got.
  package init(inside: [ScoredReply], outside: [Double]) {
    self.inside = inside.sorted { $0.score < $1.score }
    self.outside = outside.sorted()
    thresholds = Set(inside.map(\.score) + outside).sorted() + [.infinity]
  }

  /// Both shares at a threshold, 0 where there is nothing to share. O(n).
  package func point(at threshold: Double) -> Point {
    Point(
      threshold: threshold,
      accuracy: Self.share(inside.count { $0.isRight && $0.score >= threshold }, of: inside.count),
      recall: Self.share(outside.count { $0 < threshold }, of: outside.count))
  }

  /// The highest threshold that keeps accuracy at `accuracy` or above, where recall is best; nil where no threshold reaches it.
  /// O(n log n).
  package func point(atAccuracy accuracy: Double) -> Point? {
    var (low, high) = (0, thresholds.count)
    while low < high {
      let middle = (low + high) / 2
      if point(at: thresholds[middle]).accuracy >= accuracy { low = middle + 1 } else { high = middle }
    }
    return low == 0 ? nil : point(at: thresholds[low - 1])
  }

  /// The point where the mean of accuracy and recall is highest; of equal ones the one with the lowest threshold. O(n log n).
  package var balanced: Point {
    var (right, declined) = (inside.count(where: \.isRight), 0)
    var (nextInside, nextOutside) = (0, 0)
    var best = (threshold: -Double.infinity, sum: -Double.infinity)
    for threshold in thresholds {
      while nextInside < inside.count, inside[nextInside].score < threshold {
        if inside[nextInside].isRight { right -= 1 }
        nextInside += 1
      }
      while nextOutside < outside.count, outside[nextOutside] < threshold {
        declined += 1
        nextOutside += 1
      }
      let sum = Self.share(right, of: inside.count) + Self.share(declined, of: outside.count)
      if sum > best.sum { best = (threshold, sum) }
    }
    return point(at: best.threshold)
  }

  private static func share(_ part: Int, of whole: Int) -> Double { whole == 0 ? 0 : Double(part) / Double(whole) }
}
