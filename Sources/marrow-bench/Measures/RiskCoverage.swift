/// How soon an engine goes wrong when it answers what it is surest of first.
package enum RiskCoverage {
  /// Area under the risk-coverage curve: the share of wrong answers among the surest 1, 2, ... all replies, on average. 0 is
  /// perfect. Replies of one score count as if in every order.
  ///
  /// Source: Y. Geifman, R. El-Yaniv, Selective Classification for Deep Neural Networks, 2017. O(n log n).
  package static func area(_ replies: [ScoredReply]) -> Double {
    guard !replies.isEmpty else { return 0 }
    var (answered, wrong, sum) = (0.0, 0.0, 0.0)
    for tied in Dictionary(grouping: replies, by: \.score).sorted(by: { $0.key > $1.key }).map(\.value) {
      let share = Double(tied.count { !$0.isRight }) / Double(tied.count)
      for place in 1...tied.count {
        sum += (wrong + share * Double(place)) / (answered + Double(place))
      }
      answered += Double(tied.count)
      wrong += share * Double(tied.count)
    }
    return sum / Double(replies.count)
  }
}
