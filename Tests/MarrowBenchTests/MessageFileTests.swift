import Foundation
import Testing
import marrow_bench

@Suite("Files of labelled messages")
struct MessageFileTests {
  @Test("give label and text; oos is no label; later tabs belong to the text")
  func reads() throws {
    let messages = try MessageFile.messages(in: "greet\thello there\noos\twhat\tis this\n", file: "a.tsv")
    #expect(
      messages == [
        LabelledMessage(text: "hello there", label: "greet"), LabelledMessage(text: "what\tis this", label: nil),
      ])
  }

  @Test(
    "name file and line of what is wrong",
    arguments: [
      ("greet\thello\nno tab here\n", "a.tsv:2: no tab between label and text"),
      ("\thello\n", "a.tsv:1: the label is empty"), ("greet\t \n", "a.tsv:1: the text is empty"),
      ("greet\thello\n\ngreet\thi\n", "a.tsv:2: no tab between label and text"),
    ])
  func refuses(text: String, problem: String) {
    #expect(throws: DataProblem(problem)) { try MessageFile.messages(in: text, file: "a.tsv") }
  }

  @Test("that are missing say which and where they are looked for")
  func missing() {
    let file = FileManager.default.temporaryDirectory.appendingPathComponent("no-such-\(UUID().uuidString).tsv")
    let problem = #expect(throws: DataProblem.self) { try MessageFile.read(file) }
    #expect(problem?.description.contains(file.path) == true)
    #expect(problem?.description.contains("--data") == true)
  }
}
