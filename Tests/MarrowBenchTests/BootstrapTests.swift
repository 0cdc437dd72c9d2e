import Matching
import Testing
import marrow_bench

@Suite("Bootstrap interval")
struct BootstrapTests {
  private let items = (0..<200).map { $0 % 4 == 0 ? 1.0 : 0 }

  private func sampled(seed: UInt64) -> (lower: Double, upper: Double)? {
    var generator = SeededGenerator(seed: seed)
    return Bootstrap.interval(of: items, using: &generator) { $0.reduce(0, +) / Double($0.count) }
  }

  @Test("is the same for the same seed")
  func seeded() throws {
    let first = try #require(sampled(seed: 7))
    let second = try #require(sampled(seed: 7))
    #expect(first.lower == second.lower)
    #expect(first.upper == second.upper)
  }

  @Test("of a share is about as wide as theory says")
  func width() throws {
    let interval = try #require(sampled(seed: 1))
    // 0.25, give or take 1.96 standard errors of 0.0306.
    #expect((0.17...0.21).contains(interval.lower))
    #expect((0.29...0.33).contains(interval.upper))
  }

  @Test("of nothing is none, of one item that item")
  func small() {
    var generator = SeededGenerator(seed: 1)
    #expect(Bootstrap.interval(of: [Double](), using: &generator) { $0.reduce(0, +) } == nil)
    let one = Bootstrap.interval(of: [3.0], samples: 10, using: &generator) { $0.reduce(0, +) }
    #expect(one?.lower == 3)
    #expect(one?.upper == 3)
  }
}
