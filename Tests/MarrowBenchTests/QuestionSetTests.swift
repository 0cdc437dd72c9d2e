import Testing
import marrow_bench

@Suite("Question sets")
struct QuestionSetTests {
  @Test("know what is in scope, what is to be declined and what is soft")
  func reads() throws {
    let text = """
      {"id": "1", "q": "why", "gold": ["a/b"], "also_ok": ["a/c"], "kind": "lay", "mode": "any"}
      {"id": "2", "q": "near", "why": "near-miss", "near": ["a/b"], "safety_ok": ["urgent-fever"]}
      {"id": "3", "q": "either", "why": "near-miss", "soft": true}
      """
    let questions = try QuestionSet.questions(in: text, file: "s.jsonl")
    #expect(questions.map(\.text) == ["why", "near"])
    #expect(questions[0].accepted == ["a/b", "a/c"])
    #expect(questions[0].readings == ["a/b"])
    #expect(questions[1].isNearMiss)
  }

  @Test("pass over files of another form")
  func passesOver() throws {
    #expect(try QuestionSet.questions(in: #"{"id": "1", "q": "help", "expect": "crisis"}"#, file: "s.jsonl").isEmpty)
    #expect(try QuestionSet.questions(in: #"{"id": "1", "turns": []}"#, file: "s.jsonl").isEmpty)
  }

  @Test("name file and line of a line that is no JSON object")
  func refuses() {
    let text = #"{"id": "1", "q": "near", "why": "near-miss"}"# + "\nnonsense\n"
    #expect(throws: DataProblem("s.jsonl:2: not a JSON object of a known form")) {
      try QuestionSet.questions(in: text, file: "s.jsonl")
    }
  }
}
