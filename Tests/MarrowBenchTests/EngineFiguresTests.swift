import Testing
import marrow_bench

@Suite("Figures of an engine")
struct EngineFiguresTests {
  private let questions = [
    LabelledQuestion(text: "1", accepted: ["a"], readings: ["a"], kind: "lay"),
    LabelledQuestion(text: "2", accepted: ["a", "b"], readings: ["a", "b"], kind: "ambiguous"),
    LabelledQuestion(text: "3", accepted: [], kind: "near-miss"),
    LabelledQuestion(text: "4", accepted: [], kind: "off-topic"),
  ]

  private func figures(_ replies: [EngineReply], threshold: Double? = nil) -> EngineFigures {
    EngineFigures(
      set: "s", engine: .svm, questions: questions, replies: replies, threshold: threshold, milliseconds: 1,
      megabytes: 2)
  }

  @Test("decline below the threshold")
  func threshold() {
    let replies = [("a", 0.9), ("c", 0.8), ("a", 0.7), ("b", 0.1)].map { EngineReply(label: $0.0, score: $0.1) }
    let figures = figures(replies, threshold: 0.5)
    #expect(figures.right == EngineFigures.Share(count: 1, of: 2))
    #expect(figures.declined == EngineFigures.Share(count: 1, of: 2))
    #expect(figures.nearMisses == EngineFigures.Share(count: 0, of: 1))
  }

  @Test("take the engine's own word where it decides itself, and two right readings for an answer")
  func ownDecision() {
    let figures = figures([
      EngineReply(label: "a", score: 0.9, declines: true),
      EngineReply(label: "a", score: 0.5, declines: false, offers: ["a", "b"]),
      EngineReply(label: "a", score: 0.9, declines: true), EngineReply(label: "a", score: 0.2, declines: false),
    ])
    #expect(figures.right.count == 1)
    #expect(figures.declined.count == 1)
    #expect(figures.nearMisses.value == 1)
  }

  @Test("are read from what an engine prints, and a line of another form is named")
  func lines() throws {
    let run = try EngineRun(
      lines: """
        {"set": "calibration", "label": "a", "score": 0.5}
        {"set": "tests", "label": null, "score": 0.25}
        {"milliseconds": 2.5, "megabytes": 100}
        """, engine: "e")
    #expect(run.calibration == [EngineReply(label: "a", score: 0.5)])
    #expect(run.tests == [EngineReply(label: nil, score: 0.25)])
    #expect(run.milliseconds == 2.5)
    #expect(throws: DataProblem("reply of e:1: not a JSON object of a known form")) {
      try EngineRun(lines: "Traceback", engine: "e")
    }
  }
}
