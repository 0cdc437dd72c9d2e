import Foundation
import Testing

/// Every interface gives the same bytes for the same first question.
@Suite struct SameTextTests {
  @Test(arguments: [
    "What are the symptoms of ALL?", "What are the symptoms of AML?", "How much does a transplant cost?",
    "hello", "What is a lumbar puncture?", "Wie geht es dir heute, mein Freund?", "🩸",
  ])
  func askChatAndJSONLinesAgree(question: String) throws {
    let asked = try Run.finished(["ask", question])
    let chatted = try Run.finished(["chat"], input: question + "\n")
    let reply = try #require(try Reply.all(to: [Reply.line(question)]).first)
    #expect(asked.code == 0)
    #expect(chatted.code == 0)
    #expect(asked.output == chatted.output)
    #expect(asked.text == reply.text.map { $0 + "\n" })
  }

  @Test func standardInputIsAQuestionToo() throws {
    let asked = try Run.finished(["ask", "What is ALL?"])
    #expect(try Run.finished(["ask", "-"], input: "What is ALL?\n").output == asked.output)
    #expect(try Run.finished(["ask", "What", "is", "ALL?"]).output == asked.output)
  }

  @Test func tenRunsAgree() throws {
    let runs = try (1...10).map { _ in try Run.finished(["ask", "--json", "--why", "how is aml treated"]).output }
    #expect(Set(runs).count == 1)
  }

  @Test func aPipeGetsNoStyling() throws {
    let run = try Run.finished(["ask", "--why", "What is ALL?"])
    #expect(!run.text.contains("\u{1B}"))
  }
}
