import Answering
import ArgumentParser
import Foundation

/// `marrow ask`: one question and its answer, or a stream of them as JSON lines.
struct AskCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "ask",
    abstract: "Answers one question, or many as JSON lines.",
    discussion: """
      Examples:
        marrow ask "What are the symptoms of ALL?"
        marrow ask --why "What are the symptoms of AML?"
        marrow ask --json "Who can be a donor?"
        echo "What is CAR-T cell therapy?" | marrow ask -
        echo '{"id": "q1", "question": "What is ALL?"}' | marrow ask --jsonl

      With --jsonl each line in is an object with "id", "question" and, for questions that belong together,
      "conversation"; each line out is its answer, in the same order, written as soon as the line is read.
      """)

  @OptionGroup var home: Home

  @Flag(help: "Print the answer as one JSON object.")
  var json = false

  @Flag(help: "Answer JSON lines from standard input.")
  var jsonl = false

  @Flag(help: "Explain why the answer, or the refusal, came out as it did.")
  var why = false

  @Argument(help: ArgumentHelp("The question; - reads it from standard input.", valueName: "question"))
  var question: [String] = []

  func validate() throws {
    if jsonl && json { throw ValidationError("Give either --json or --jsonl.") }
    if jsonl && !question.isEmpty {
      throw ValidationError("--jsonl reads questions from standard input; leave the question out.")
    }
    if !jsonl && question.isEmpty {
      throw ValidationError(#"Give a question, for example: marrow ask "What are the symptoms of ALL?""#)
    }
  }

  func run() throws {
    if jsonl {
      var session = JSONLinesSession(try home.responder(), explains: why)
      try session.run(LineReader.standardInput(), output: .output)
    } else {
      let text = try Question.bounded(asked())
      try answer(text, with: home.responder())
    }
  }

  private func asked() throws -> String {
    question == ["-"] ? try Question.fromStandardInput() : question.joined(separator: " ")
  }

  private func answer(_ text: String, with responder: Responder) throws {
    let now = Date()
    let answer = responder.respond(to: text, in: responder.freshState(at: now), at: now).answer
    let output = StandardStream.output
    if json {
      let record = AnswerRecord(answer, by: responder, explains: why)
      return try output.write(record.json().pretty + "\n")
    }
    let renderer = TerminalRenderer(Terminal(output))
    try output.write(renderer.text(of: answer) + "\n")
    if why { try output.write("\n" + WhyPrinter(renderer).text(of: answer) + "\n") }
  }
}
