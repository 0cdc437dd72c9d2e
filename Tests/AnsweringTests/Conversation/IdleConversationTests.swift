import Answering
import Foundation
import Knowledge
import Matching
import Testing

@Suite struct IdleConversationTests {
  private static let start = Date(timeIntervalSince1970: 1_800_000_000)

  /// Whether a conversation still knows of the treatment, so many seconds after "I'm on chemo".
  private func remembers(after seconds: TimeInterval, idleLimit: TimeInterval? = nil) throws -> Bool {
    let fixture = try FixtureKnowledge()
    return try withExtendedLifetime(fixture) {
      let matcher = Matcher(KnowledgeCompiler(try KnowledgeLoader(fixture.folder).load()).compile())
      let safety = try SafetyLayer.load(fixture.folder)
      let responder =
        idleLimit.map { Responder(matcher, safety: safety, idleLimit: $0) } ?? Responder(matcher, safety: safety)
      let first = responder.respond(to: "I'm on chemo", in: responder.freshState(at: Self.start), at: Self.start)
      let later = Self.start.addingTimeInterval(seconds)
      return responder.respond(to: "thanks", in: first.state, at: later).state.flags.inTreatment
    }
  }

  @Test func state_meansNothingAfterThirtyMinutesByDefault() throws {
    #expect(ConversationState.defaultIdleLimit == 1800)
    #expect(try remembers(after: 1799))
    #expect(try !remembers(after: 1800))
  }

  @Test func idleTime_isAParameter() throws {
    #expect(try !remembers(after: 120, idleLimit: 60))
    #expect(try remembers(after: 7000, idleLimit: 7200))
  }
}
