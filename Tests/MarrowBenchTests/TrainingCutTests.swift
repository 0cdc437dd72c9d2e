import Knowledge
import Testing
import marrow_bench

@Suite("Lines left out of training")
struct TrainingCutTests {
  private let utterances = (0..<400).map { (number: Int) in
    Utterance(text: "question \(number)", labels: [], voice: "", place: SourcePlace(file: "f", line: number))
  }

  @Test("are as many as asked, and the rest keeps its order")
  func counts() {
    #expect(TrainingCut.share(0.25).apply(to: utterances).count == 100)
    #expect(TrainingCut.without(30).apply(to: utterances).count == 370)
    #expect(TrainingCut.without(1_000).apply(to: utterances).isEmpty)
    #expect(TrainingCut.share(1).apply(to: utterances) == utterances)
  }

  @Test("are the same on every run, and those of a larger cut hold those of a smaller one")
  func nested() {
    let quarter = TrainingCut.share(0.25).apply(to: utterances).map(\.text)
    #expect(quarter == TrainingCut.share(0.25).apply(to: utterances).map(\.text))
    #expect(Set(quarter).isSubset(of: TrainingCut.share(0.5).apply(to: utterances).map(\.text)))
  }

  @Test("are spread over the file")
  func spread() {
    let half = TrainingCut.share(0.5).apply(to: utterances)
    #expect((70...130).contains(half.prefix { ($0.place.line ?? 0) < 200 }.count))
  }
}
