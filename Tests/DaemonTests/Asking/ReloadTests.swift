import Daemon
import Delivery
import Foundation
import HTTPTypes
import KnowledgeFixture
import Testing

@Suite("Reloading knowledge")
struct ReloadTests {
  private func ask(_ daemon: RunningDaemon) async throws -> String {
    String(decoding: try await daemon.post("/v1/ask", #"{"question": "what is a rose"}"#).body, as: UTF8.self)
  }

  @Test("An edit is served after a reload; a bad one is refused and the old knowledge keeps serving")
  func reload() async throws {
    try await RunningDaemon.use { daemon in
      #expect(try await ask(daemon).contains("bush with thorns"))
      try daemon.fixture.replace(in: "documents/rose/overview.md", "bush with thorns", with: "shrub with prickles")
      #expect(try await ask(daemon).contains("bush with thorns"))
      #expect(try await daemon.control("POST", "/knowledge/reload").contains("sha256:"))
      #expect(try await ask(daemon).contains("shrub with prickles"))
      try daemon.fixture.append(to: "vocabulary/subjects.yaml", "\nnonsense: [")
      let reason = try await daemon.control("POST", "/knowledge/reload")
      #expect(reason.contains("vocabulary/subjects.yaml"))
      #expect(try await ask(daemon).contains("shrub with prickles"))
      let health = String(decoding: try await daemon.send(.get, "/healthz").body, as: UTF8.self)
      #expect(health.contains(#""status": "degraded""#) && health.contains("the last reload was refused"))
    }
  }
}
