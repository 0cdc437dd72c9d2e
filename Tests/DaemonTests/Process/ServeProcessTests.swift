import Daemon
import Foundation
import KnowledgeFixture
import Testing

@Suite("marrow serve as a process")
struct ServeProcessTests {
  private func use(_ body: (KnowledgeFixture) async throws -> Void) async throws {
    RunningDaemon.prepared
    try await KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      try await body(fixture)
    }
  }

  /// The port that a line ends with.
  private func number(in line: String) -> Int? { line.split(separator: ":").last.flatMap { Int($0) } }

  @Test("It says where it listens, loads anew at SIGHUP, and at SIGTERM answers what it has and ends with 0")
  func life() async throws {
    try await use { fixture in
      let program = try Program(["serve", "--port", "0"], fixture)
      var errors = program.errorLines.makeAsyncIterator()
      var log = program.lines.makeAsyncIterator()
      let first = try #require(await errors.next())
      #expect(first.hasPrefix("marrow: listening on http://127.0.0.1:"))
      let port = try #require(number(in: first))
      while let line = await log.next(), !line.contains(#""event": "knowledge loaded""#) {}
      program.signal(SIGHUP)
      while let line = await log.next(), !line.contains(#""event": "knowledge loaded""#) {}
      let question = #"{"question": "what is a rose"}"#
      let request =
        "POST /v1/ask HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\n"
        + "Content-Length: \(question.utf8.count)\r\n\r\n\(question)"
      let answer = await RawConnection.exchange([request], port: port)
      #expect(answer.hasPrefix("HTTP/1.1 200 ") && answer.contains("bush with thorns"))
      program.signal(SIGTERM)
      var last = ""
      while let line = await log.next() { last = line }
      #expect(last.contains(#""event": "stopped""#))
      #expect(await program.ended() == 0)
    }
  }

  @Test("A request that is half there when it is told to stop is not waited for beyond the time for that")
  func boundedDrain() async throws {
    try await use { fixture in
      let program = try Program(
        ["serve", "--port", "0", "--set", "limits.drain_seconds=0.3", "--set", "limits.body_seconds=100"], fixture)
      var errors = program.errorLines.makeAsyncIterator()
      let first = try #require(await errors.next())
      let port = try #require(number(in: first))
      async let half = RawConnection.exchange(
        ["POST /v1/ask HTTP/1.1\r\nHost: x\r\nContent-Length: 10\r\n\r\n{"], port: port)
      var log = program.lines.makeAsyncIterator()
      while let line = await log.next(), !line.contains(#""event": "knowledge loaded""#) {}
      program.signal(SIGTERM)
      #expect(await program.ended() == 0)
      _ = await half
    }
  }

  @Test(
    "What stops the start ends with 2 and names the key",
    arguments: [
      (["--set", "listen.prot=1"], [:], "the command line: listen.prot: there is no such key"),
      (["--set", "answering.region=atlantis", "--port", "0"], [:], "answering.region: there is no such region"),
      (["--address", "203.0.113.1"], [:], "cannot be bound"),
      ([], ["MARROW_LIMITS_BODY_BYTES": "x"], "limits.body_bytes"),
    ])
  func refused(_ arguments: [String], _ environment: [String: String], _ problem: String) async throws {
    try await use { fixture in
      let program = try Program(["serve"] + arguments, fixture, adding: environment)
      let text = await program.errorLines.reduce("") { $0 + $1 + "\n" }
      #expect(await program.ended() == 2)
      #expect(text.contains(problem), "\(text)")
    }
  }

  @Test("Knowledge that cannot be used ends the start with 2, naming file and line")
  func badKnowledge() async throws {
    try await use { fixture in
      try fixture.append(to: "vocabulary/subjects.yaml", "\nnonsense: [")
      let program = try Program(["serve", "--port", "0"], fixture)
      let text = await program.errorLines.reduce("") { $0 + $1 + "\n" }
      #expect(await program.ended() == 2)
      #expect(text.contains("vocabulary/subjects.yaml:"))
    }
  }
}
