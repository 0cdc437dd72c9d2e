import Daemon
import Delivery
import Foundation
import HTTPTypes
import Testing

@Suite("Questions over HTTP")
struct AskTests {
  private struct Answer: Decodable {
    let kind: String
    let conversation: String
    let text: String
    let id: String?
  }

  private func answer(_ response: TransferResponse) throws -> Answer {
    try #require(response.status == 200)
    return try JSONDecoder().decode(Answer.self, from: response.body)
  }

  @Test("A question is answered under a conversation of the server's making")
  func asked() async throws {
    try await RunningDaemon.use { daemon in
      let first = try answer(try await daemon.post("/v1/ask", #"{"question": "what is a rose", "id": "q1"}"#))
      #expect(first.kind == "answer" && first.id == "q1" && first.text.contains("bush with thorns"))
      #expect(first.conversation.count == 32)
      let next = #"{"question": "and the tulip?", "conversation": "\#(first.conversation)"}"#
      let second = try answer(try await daemon.post("/v1/ask", next))
      #expect(second.conversation == first.conversation && second.text.contains("bulb"))
    }
  }

  @Test("An unknown conversation starts empty, under a new id")
  func unknownConversation() async throws {
    try await RunningDaemon.use { daemon in
      let made = String(repeating: "0", count: 32)
      for name in [made, "mine", ""] {
        let json = #"{"question": "what is a rose", "conversation": "\#(name)"}"#
        let given = try answer(try await daemon.post("/v1/ask", json))
        #expect(given.conversation != name && given.conversation.count == 32)
      }
    }
  }

  @Test("The same question gives the same bytes, from memory too")
  func repeatable() async throws {
    try await RunningDaemon.use { daemon in
      let json = #"{"question": "what pests do roses get"}"#
      let first = try answer(try await daemon.post("/v1/ask", json))
      let second = try answer(try await daemon.post("/v1/ask", json))
      #expect(first.text == second.text)
      #expect(try await daemon.metrics().contains("marrow_answer_cache_hits_total 1\n"))
    }
  }

  @Test(
    "What is no question is 400 or 415, and nothing of it comes back",
    arguments: [
      ("{}", "application/json", 400), ("[]", "application/json", 400), ("", "application/json", 400),
      (#"{"question": 5}"#, "application/json", 400), (#"{"question": ""}"#, "application/json", 400),
      (#"{"question": "canary", "conversation": 5}"#, "application/json", 400),
      (#"{"question": "canary""#, "application/json", 400),
      ("question=canary", "application/x-www-form-urlencoded", 415),
      (#"{"question": "canary"}"#, "text/plain", 415),
      (#"{"question": "canary \#(String(repeating: "a", count: 8192))"}"#, "application/json", 400),
      (String(repeating: "[", count: 200), "application/json", 400),
      (#"{"question": "canary", "id": "\#(String(repeating: "a", count: 300))"}"#, "application/json", 400),
    ])
  func refused(_ body: String, _ type: String, _ status: Int) async throws {
    try await RunningDaemon.use { daemon in
      let response = try await daemon.post("/v1/ask", body, type: type)
      #expect(response.status == status)
      let text = String(decoding: response.body, as: UTF8.self)
      #expect(text.hasPrefix(#"{"error": {"code": ""#) && !text.contains("canary"))
    }
  }

  @Test("Bytes that are no text are 400")
  func notText() async throws {
    try await RunningDaemon.use { daemon in
      let body = Data(#"{"question": "a"#.utf8) + [0xFF, 0xFE] + Data(#""}"#.utf8)
      let response = try await daemon.send(.post, "/v1/ask", headers: [.contentType: "application/json"], body: body)
      #expect(response.status == 400)
    }
  }

  @Test("Unknown addresses are 404, other methods 405 with those that would do")
  func routes() async throws {
    try await RunningDaemon.use { daemon in
      #expect(try await daemon.send(.get, "/nothing").status == 404)
      #expect(try await daemon.send(.get, "/v1/ask/more").status == 404)
      #expect(try await daemon.post("/webhooks/none", "{}").status == 404)
      let other = try await daemon.send(.get, "/v1/ask")
      #expect(other.status == 405 && other.headers[.allow] == "POST, OPTIONS")
      let sections = try await daemon.send(.delete, "/v1/sections")
      #expect(sections.status == 405 && sections.headers[.allow] == "GET, HEAD")
      #expect(try await daemon.send(.get, "/v1/section?id=%zz").status == 400)
      #expect(try await daemon.send(.get, "/v1/section?id=rose/care&id=rose/pests").status == 400)
      #expect(try await daemon.send(.get, "/v1/section?id=rose%2Fcare").status == 200)
      // Any text can be an id, one with a NUL too; a path cannot hold it.
      #expect(try await daemon.send(.get, "/v1/section?id=rose%00").status == 404)
      #expect(try await daemon.send(.get, "/v1%00/sections").status == 400)
    }
  }

  @Test("Neither metrics nor the log hold a question or an id")
  func nothingIsKept() async throws {
    try await RunningDaemon.use { daemon in
      let json = #"{"question": "canary rose question", "id": "canary-id"}"#
      let given = try answer(try await daemon.post("/v1/ask", json))
      _ = try await daemon.send(.get, "/canary-path?canary=1")
      let all = try await daemon.metrics() + daemon.log.lines.joined()
      #expect(!all.contains("canary") && !all.contains(given.conversation))
    }
  }

  @Test("Past capacity it says 503 with Retry-After, and goes on")
  func overload() async throws {
    try await RunningDaemon.use({
      $0.answering.threads = 1
      $0.answering.waiting = 0
      $0.answering.cached = 0
    }) { daemon in
      let statuses = try await withThrowingTaskGroup(of: TransferResponse.self) { group in
        for index in 0..<40 {
          group.addTask { try await daemon.post("/v1/ask", #"{"question": "what is a rose number \#(index)"}"#) }
        }
        return try await group.reduce(into: [TransferResponse]()) { $0.append($1) }
      }
      #expect(statuses.allSatisfy { $0.status == 200 || $0.status == 503 })
      #expect(statuses.contains { $0.status == 200 })
      #expect(statuses.filter { $0.status == 503 }.allSatisfy { $0.headers[.retryAfter] == "1" })
      #expect(try await daemon.post("/v1/ask", #"{"question": "what is a rose"}"#).status == 200)
    }
  }
}
