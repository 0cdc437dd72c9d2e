import Testing
import marrow_bench

@Suite("Accuracy in scope against recall out of scope")
struct OperatingCurveTests {
  private let curve = OperatingCurve(
    inside: [
      ScoredReply(score: 0.9, isRight: true), ScoredReply(score: 0.8, isRight: true),
      ScoredReply(score: 0.7, isRight: false), ScoredReply(score: 0.4, isRight: true),
    ],
    outside: [0.75, 0.5, 0.3, 0.1])

  @Test("at a threshold counts what is given and right, and what is not given")
  func point() {
    let point = curve.point(at: 0.5)
    #expect(point.accuracy == 0.5)
    #expect(point.recall == 0.5)
  }

  @Test("at an accuracy takes the highest threshold that keeps it")
  func accuracy() throws {
    let half = try #require(curve.point(atAccuracy: 0.5))
    #expect(half.accuracy == 0.5)
    #expect(half.recall == 1)
    let most = try #require(curve.point(atAccuracy: 0.75))
    #expect(most.recall == 0.5)
  }

  @Test("has no point where no threshold reaches the accuracy")
  func unreachable() {
    #expect(curve.point(atAccuracy: 0.76) == nil)
  }

  @Test("agrees with trying every threshold")
  func everyThreshold() {
    let thresholds = [-1, 0.1, 0.3, 0.4, 0.5, 0.7, 0.75, 0.8, 0.9, 2.0]
    for accuracy in [0.25, 0.5, 0.75] {
      let best = thresholds.map(curve.point(at:)).filter { $0.accuracy >= accuracy }.map(\.recall).max()
      #expect(curve.point(atAccuracy: accuracy)?.recall == best)
    }
    let balanced = curve.balanced
    let sums = thresholds.map(curve.point(at:)).map { $0.accuracy + $0.recall }
    #expect(balanced.accuracy + balanced.recall == sums.max())
  }

  @Test("without messages out of scope still gives accuracy")
  func noOutside() {
    let curve = OperatingCurve(inside: [ScoredReply(score: 1, isRight: true)], outside: [])
    #expect(curve.point(at: -.infinity).accuracy == 1)
    #expect(curve.point(at: -.infinity).recall == 0)
  }
}
