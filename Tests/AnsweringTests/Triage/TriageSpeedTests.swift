import Answering
import Testing

@Suite(.serialized) struct TriageSpeedTests {
  private func seconds(_ text: String) throws -> Double {
    let triage = try TriageFixtures.triage.get()
    let analysis = try TriageFixtures.analyse(text)
    let spent = ContinuousClock().measure { _ = triage.assess(analysis, remembering: ContextFlags()) }
    return Double(spent.components.attoseconds) / 1e18 + Double(spent.components.seconds)
  }

  @Test(arguments: [
    "my son has a fever and he is not well and I want to know what to do now ", "my my my my ",
    "I want to I want to not ",
    "zyxw qwerty asdfgh jklmnop uvwxyzab ", "38 39 40 101 102 ",
  ])
  func time_growsNoFasterThanTheText(_ words: String) throws {
    let short = String(repeating: words, count: 12_500 / words.count)
    let long = String(repeating: words, count: 100_000 / words.count)
    _ = try seconds(short)
    let ratio = try seconds(long) / max(seconds(short), 1e-6)
    #expect(ratio < 24, "eight times the text took \(ratio) times as long")
  }

  @Test func sameMessage_givesTheSameResult() throws {
    let text = "my son has ALL and a fever of 38.5 and I want to die"
    let first = try TriageFixtures.assess(text)
    for _ in 0..<20 { #expect(try TriageFixtures.assess(text) == first) }
  }
}
