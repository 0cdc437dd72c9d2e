import Testing
import marrow_bench

@Suite("Area under the risk-coverage curve")
struct RiskCoverageTests {
  private func replies(_ rights: [Bool]) -> [ScoredReply] {
    rights.enumerated().map { ScoredReply(score: -Double($0), isRight: $1) }
  }

  @Test("is 0 where everything is right, 1 where nothing is")
  func extremes() {
    #expect(RiskCoverage.area(replies([true, true, true])) == 0)
    #expect(RiskCoverage.area(replies([false, false])) == 1)
    #expect(RiskCoverage.area([]) == 0)
  }

  @Test("is the mean of the risks at every coverage")
  func mean() {
    // Risks 0, 1/2, 1/3, 1/2.
    let area = RiskCoverage.area(replies([true, false, true, false]))
    #expect(abs(area - (0 + 1.0 / 2 + 1.0 / 3 + 1.0 / 2) / 4) < 1e-12)
  }

  @Test("is smaller where the wrong ones come last")
  func order() {
    #expect(RiskCoverage.area(replies([true, true, false])) < RiskCoverage.area(replies([false, true, true])))
  }

  @Test("does not depend on the order in which equal scores are given")
  func ties() {
    let rights = [true, false, false, true]
    let tied = rights.map { ScoredReply(score: 1, isRight: $0) }
    #expect(RiskCoverage.area(tied) == RiskCoverage.area(tied.reversed()))
    #expect(RiskCoverage.area(tied) == 0.5)
  }
}
