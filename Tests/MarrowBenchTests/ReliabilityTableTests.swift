import Testing
import marrow_bench

@Suite("Reliability")
struct ReliabilityTableTests {
  private func predictions(_ probability: Double, right: Int, of count: Int) -> [ReliabilityTable.Prediction] {
    (0..<count).map { ReliabilityTable.Prediction(probability: probability, cameTrue: $0 < right) }
  }

  @Test("puts each probability into its bin, 1 into the last")
  func bins() {
    let table = ReliabilityTable(
      predictions(0, right: 0, of: 1) + predictions(0.1, right: 0, of: 2) + predictions(1, right: 3, of: 3))
    #expect(table.bins.map(\.count) == [1, 2, 0, 0, 0, 0, 0, 0, 0, 3])
    #expect(table.bins.last?.actual == 1)
    #expect(table.bins.first?.from == 0)
  }

  @Test("has no error where what was said comes true as often as said")
  func calibrated() {
    #expect(ReliabilityTable(predictions(0.75, right: 3, of: 4)).calibrationError == 0)
  }

  @Test("weighs each bin's error by its lines")
  func weighted() {
    // 0.9 said and 0.5 true for 10 lines, 0.25 said and true for 30.
    let table = ReliabilityTable(predictions(0.9, right: 5, of: 10) + predictions(0.25, right: 7, of: 28) + [])
    #expect(abs(table.calibrationError - 0.4 * 10 / 38) < 1e-12)
  }

  @Test("of nothing is empty and without error")
  func empty() {
    #expect(ReliabilityTable([]).calibrationError == 0)
    #expect(ReliabilityTable([]).bins.count == 10)
  }
}
