import Daemon
import Foundation
import KnowledgeFixture
import Matching
import Testing

@Suite("Trying a platform without an account")
struct SimulationTests {
  @Test(
    "A signed question goes in and its answer comes out, on every platform whose key is ours to sign with",
    arguments: Simulation.kinds)
  func answered(_ kind: String) async throws {
    RunningDaemon.prepared
    try await KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      let source = KnowledgeSource(
        folder: fixture.folder, cache: CompiledCache(folder: RunningDaemon.cache), region: nil)
      let folder = fixture.home.appendingPathComponent("simulation")
      let simulation = try Simulation(kind: kind, knowledge: source, folder: folder)
      do {
        let outcome = try await simulation.run("what is a rose", user: "U1")
        #expect((200..<300).contains(outcome.status))
        // Where the platform wants that, the answer is in the response itself.
        let said = ([outcome.body] + outcome.sent.map(\.body)).map { String(decoding: $0, as: UTF8.self) }
        #expect(said.contains { $0.contains("bush with thorns") }, "\(said)")
      } catch SimulationFailure.cannotSign(let named) {
        #expect(named == kind)
      }
      #expect(!FileManager.default.fileExists(atPath: folder.path))
    }
  }

  @Test("A kind that there is not is refused, with those that there are")
  func unknown() throws {
    try KnowledgeFixture.use { fixture in
      let source = KnowledgeSource(
        folder: fixture.folder, cache: CompiledCache(folder: RunningDaemon.cache), region: nil)
      #expect {
        try Simulation(kind: "pigeon", knowledge: source, folder: fixture.home)
      } throws: { ($0 as? SettingsRefused)?.description.contains("slack") == true }
    }
  }
}
