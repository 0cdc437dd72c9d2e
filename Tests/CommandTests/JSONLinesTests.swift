import Foundation
import Testing

@Suite struct JSONLinesTests {
  @Test func keysStandInTheOrderOfTheContractOnOneLine() throws {
    let run = try Run.finished(["ask", "--jsonl"], input: try Reply.line("What are the symptoms of ALL?") + "\n")
    let line = try #require(run.lines.first)
    #expect(run.lines.count == 1)
    let keys = [
      "id", "kind", "safety", "safety_also", "sections", "reason", "parts", "text", "blocks", "offers", "knowledge",
      "model",
    ]
    let places = keys.map { line.range(of: "\"\($0)\": ")?.lowerBound }
    #expect(!places.contains(nil))
    #expect(places.compactMap(\.self) == places.compactMap(\.self).sorted())
    #expect(
      line.hasPrefix(#"{"id": "q", "kind": "answer", "safety": null, "safety_also": [], "sections": [{"id": "all/"#))
    #expect(!line.contains(#"\/"#))
  }

  @Test func scoresHaveAtMostFourDecimals() throws {
    let run = try Run.finished(["ask", "--jsonl"], input: try Reply.line("What are the symptoms of ALL?") + "\n")
    for match in run.text.matches(of: /"score": ([0-9.e-]+)/) {
      #expect(match.1.split(separator: ".").last?.count ?? 0 <= 4)
    }
  }

  @Test func aHoleIsDeclinedWithSubjectAndAspect() throws {
    let reply = try #require(try Reply.all(to: [Reply.line("What are the symptoms of AML?")]).first)
    #expect(reply.kind == "decline")
    #expect(reply.reason?.kind == "hole")
    #expect(reply.reason?.subject == "aml")
    #expect(reply.reason?.aspect == "symptoms")
  }

  @Test func everyAnswerIsWrittenBeforeTheNextLineIsRead() throws {
    let stream = try LiveStream(["ask", "--jsonl"])
    for number in 1...3 {
      stream.send(try Reply.line("What is ALL?", id: "q\(number)"))
      #expect(try Reply(stream.receive()).id == "q\(number)")
    }
    #expect(stream.finish() == 0)
  }

  @Test(arguments: [
    "nonsense", "", "[]", "null", "3", #"{"id": "x""#, #"{"question": "What is ALL?"}"#,
    #"{"id": null, "question": "What is ALL?"}"#, #"{"id": "x"}"#, #"{"id": "x", "question": 3}"#,
    #"{"id": "x", "question": null}"#, #"{"id": "x", "question": ["What is ALL?"]}"#,
    #"{"id": "x", "question": "\ud800"}"#, #"{"id": true, "question": "What is ALL?"}"#,
    #"{"id": "x", "question": "What is ALL?", "conversation": {}}"#,
  ])
  func aBadLineGetsAnErrorAndTheRunGoesOn(line: String) throws {
    let replies = try Reply.all(to: [line, Reply.line("What is ALL?", id: "next")])
    #expect(replies.count == 2)
    #expect(replies.first?.error != nil)
    #expect(replies.first?.kind == nil)
    #expect(replies.last?.id == "next")
    #expect(replies.last?.kind == "answer")
  }

  @Test func anErrorNamesTheLinesIdWhereItHasOne() throws {
    #expect(try Reply.all(to: [#"{"id": "x", "question": 3}"#]).first?.id == "x")
  }

  @Test func wrongUTF8GetsAnError() throws {
    let bad = Data(#"{"id": "x", "question": "What is "#.utf8) + Data([0xFF, 0xC0]) + Data("\"}\n".utf8)
    let replies = try Reply.all(to: bad + Data(try Reply.line("What is ALL?", id: "next").utf8))
    #expect(replies.map(\.error).map { $0 != nil } == [true, false])
  }

  @Test func aLineOfMoreThanAMebibyteIsSkipped() throws {
    let long = try Reply.line(String(repeating: "a", count: 3_000_000))
    let replies = try Reply.all(to: [long, Reply.line("What is ALL?", id: "next")])
    #expect(replies.map(\.error).map { $0 != nil } == [true, false])
  }

  @Test func deepNestingGetsAnError() throws {
    let deep = #"{"id": "x", "question": "What is ALL?", "more": "# + String(repeating: "[", count: 500_000)
    #expect(try Reply.all(to: [deep]).first?.error != nil)
  }

  @Test func numbersAreIdsToo() throws {
    let run = try Run.finished(["ask", "--jsonl"], input: #"{"id": 7, "question": "What is ALL?"}"#)
    #expect(run.text.hasPrefix(#"{"id": 7, "#))
  }

  @Test func linesOfOneConversationAreAnsweredInOrder() throws {
    let lines = (1...4).map { #"{"id": "\#($0)", "conversation": "c\#($0 % 2)", "question": "What is ALL?"}"# }
    #expect(try Reply.all(to: lines).map(\.id) == ["1", "2", "3", "4"])
  }
}
