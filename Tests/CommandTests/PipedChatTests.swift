import Testing

@Suite struct PipedChatTests {
  @Test func answersAreThoseOfOneConversationSeparatedByAnEmptyLine() throws {
    let questions = ["What is ALL?", "who won the football"]
    let lines = questions.map { "{\"id\": \"q\", \"question\": \"\($0)\", \"conversation\": \"c\"}" }
    let texts = try Reply.all(to: lines).compactMap(\.text)
    let run = try Run.finished(["chat"], input: questions.joined(separator: "\n"))
    #expect(run.text == texts.map { $0 + "\n" }.joined(separator: "\n"))
  }

  @Test func emptyLinesSayNothing() throws {
    let run = try Run.finished(["chat"], input: "\n  \n\r\n")
    #expect(run.code == 0)
    #expect(run.text == "")
  }

  @Test func quitEndsBeforeTheInput() throws {
    #expect(try Run.finished(["chat"], input: "/quit\nWhat is ALL?\n").text == "")
  }

  @Test func helpListsEveryCommand() throws {
    let run = try Run.finished(["chat"], input: "/help\n")
    for name in ["/help", "/why", "/sources", "/topics", "/reset", "/quit"] { #expect(run.text.contains(name)) }
  }

  @Test func anUnknownCommandGetsAHintAndIsNotEchoed() throws {
    let run = try Run.finished(["chat"], input: "/zqxv\n")
    #expect(run.text.contains("/help"))
    #expect(!run.text.contains("zqxv"))
  }

  @Test func whyExplainsTheLastAnswer() throws {
    #expect(try Run.finished(["chat"], input: "/why\n").text.contains("no answer to explain"))
    #expect(try Run.finished(["chat"], input: "What is ALL?\n/why\n").text.contains("\n\nWhy\noutcome     answer\n"))
    #expect(try Run.finished(["chat"], input: "What is ALL?\n/reset\n/why\n").text.hasSuffix("to explain yet.\n"))
  }

  @Test func sourcesHaveTheDayOfReview() throws {
    let run = try Run.finished(["chat"], input: "/sources\n")
    #expect(run.text.matches(of: /Last reviewed: \d{4}-\d\d-\d\d/).count == 3)
  }

  @Test func topicsAreListedByDocumentAndFiltered() throws {
    let all = try Run.finished(["chat"], input: "/topics\n").text
    #expect(all.contains("Acute myeloid leukemia\n  "))
    #expect(all.contains("Symptoms of ALL"))
    let some = try Run.finished(["chat"], input: "/topics SYMPTOMS\n").text
    #expect(some.contains("Symptoms of ALL"))
    #expect(!some.contains("AML"))
    #expect(try Run.finished(["chat"], input: "/topics zqxv\n").text.contains("No topic"))
  }

  @Test func aLineOfMoreThanAMebibyteIsRefused() throws {
    let run = try Run.finished(["chat"], input: String(repeating: "a", count: 2_000_000) + "\n/quit\n")
    #expect(run.code == 0)
    #expect(run.text.contains("too long"))
  }
}
