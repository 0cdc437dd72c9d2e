import Daemon
import Foundation
import KnowledgeFixture
import Testing

@Suite("A daemon that is killed")
struct KillTests {
  @Test("Nothing accepted is lost, answered twice or out of order, whatever the receiver's mood")
  func kills() async throws {
    RunningDaemon.prepared
    try await KnowledgeFixture.use { fixture in
      try fixture.addSafety()
      var plan = KillRehearsal.Plan(binary: Program.binary, home: fixture.home)
      plan.questions = 40
      plan.conversations = 10
      plan.kills = 4
      plan.seed = 20_261_122
      plan.environment = Program.environment(fixture)
      let report = try await KillRehearsal(plan).run()
      #expect(report.accepted == 40)
      #expect(report.lost == 0)
      #expect(report.answeredTwice == 0)
      #expect(report.inversions == 0)
    }
  }
}
